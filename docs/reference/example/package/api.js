const api = window.parent.API;
api.LMSInitialize("");
