// What somebody might write to run script in a reader's page, or to make it ask another host. All of it calls `xss()`
// or names evil.example, so that a browser can tell.
const evil = 'https://evil.example/x';

export const payloads = [
  '<script>xss()</script>', '<ScRiPt >xss()</sCrIpT >', '<script/src=https://evil.example/x.js></script>', '<<script>xss()//<</script>',
  '<img src=x onerror=xss()>', '<img src=x onerror="xss()"', '<img/src=`x`onerror=xss()>', `<img src="${evil}.png">`, `<img srcset="${evil}.png 2x">`,
  '<svg onload=xss()>', '<svg><script>xss()</script></svg>', '<svg><animate onbegin=xss() attributeName=x dur=1s>', '<svg><a xlink:href="javascript:xss()"><text>a</text></a></svg>',
  '<math><mi//xlink:href="javascript:xss()">', '<iframe src="javascript:parent.xss()">', '<iframe srcdoc="<script>parent.xss()</script>">',
  '<object data="javascript:xss()">', '<embed src="javascript:xss()">', '<base href="https://evil.example/">',
  `<meta http-equiv="refresh" content="0;url=${evil}">`, `<link rel=stylesheet href="${evil}.css">`, `<style>@import "${evil}.css";</style>`,
  `<form action="${evil}"><button autofocus>a</button></form>`, '<input autofocus onfocus=xss()>', '<details open ontoggle=xss()>',
  '<video><source onerror=xss()></video>', `<video poster="${evil}.png">`, '<body onload=xss()>', '<marquee onstart=xss()>',
  '<a href="javascript:xss()">a</a>', '" onmouseover="xss()" x="', "' onfocus='xss()' autofocus x='", '"><img src=x onerror=xss()>', "'><img src=x onerror=xss()>",
  '--><script>xss()</script>', ']]><script>xss()</script>', '</title><script>xss()</script>', '</script><script>xss()</script>', '</style><img src=x onerror=xss()>',
  '</textarea><script>xss()</script>', '<noscript><p title="</noscript><img src=x onerror=xss()>">', '<template><script>xss()</script></template>',
  'javascript:xss()', 'JaVaScRiPt:xss()', 'java&#9;script:xss()', '&#106;avascript:xss()', ' javascript:xss()', 'javascript&colon;xss()', 'vbscript:xss()',
  'data:text/html,<script>xss()</script>', 'data:text/html;base64,PHNjcmlwdD54c3MoKTwvc2NyaXB0Pg==', '//evil.example/x', evil, `url(${evil}.png)`, 'x:expression(xss())',
  '&lt;img src=x onerror=xss()&gt;', '&amp;lt;script&amp;gt;xss()', '&#60;script&#62;xss()&#60;/script&#62;', '\\u003cscript\\u003exss()\\u003c/script\\u003e', '%3Cscript%3Exss()%3C/script%3E',
  '[a](javascript:xss())', '![a](x" onerror="xss())', `![a](${evil}.png)`, '<javascript:xss()>', '[a]{onclick="xss()"}', '[a]{style="background:url(//evil.example/x)"}',
  '{{{t.menu}}}<script>xss()</script>', '{{> head}}', '{{=<% %>=}}<script>xss()</script>', '{{< var x onload=xss() >}}', '${xss()}', '`${xss()}`', "';xss();'", '";xss();"', '\\";xss();//',
  '\uff1cscript\uff1exss()\uff1c/script\uff1e', '\u02bc\u02ba><img src=x onerror=xss()>', '\u2028xss()', '<scr\u00adipt>xss()</script>', '<img src=x \u0130nerror=xss()>',
];

// Drawings: what an SVG file can hold that acts.
const svg = (inside, attributes = '') => `<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" ${attributes}>${inside}</svg>`;
export const drawings = [
  svg('<path d="M0 0h9"/>'), // a harmless one
  svg('<script>xss()</script>'), svg('<path d="M0 0"/>', 'onload="xss()"'), svg('<rect width="9" height="9" onclick="xss()"/>'),
  svg('<a xlink:href="javascript:xss()"><rect width="9" height="9"/></a>'), svg('<a href="javascript:xss()"><rect width="9" height="9"/></a>'),
  svg(`<image href="${evil}.png" width="9" height="9"/>`), svg(`<use href="${evil}.svg#a"/>`), svg('<foreignObject><body xmlns="http://www.w3.org/1999/xhtml" onload="xss()"/></foreignObject>'),
  svg(`<style>@import "${evil}.css";</style>`), svg(`<style>rect{fill:url(${evil})}</style><rect width="9" height="9"/>`), svg(`<style>rect{background:image-set("${evil}" 1x)}</style><rect/>`),
  svg(`<style>@\\69mport "${evil}.css";</style>`), svg(`<rect style="fill:u\\72l(${evil})" width="9" height="9"/>`), svg(`<rect fill="url(${evil}#a)" width="9" height="9"/>`),
  svg('<set attributeName="href" to="javascript:xss()"/>'), svg('<animate attributeName="x" onbegin="xss()" dur="1s"/>'), svg(`<filter id="f"><feImage href="${evil}"/></filter><rect filter="url(#f)" width="9" height="9"/>`),
  `<?xml-stylesheet href="${evil}.css"?>${svg('<rect width="9" height="9"/>')}`, `<!DOCTYPE svg [<!ENTITY a SYSTEM "${evil}">]>${svg('<text>&a;</text>')}`,
  `<!DOCTYPE svg [<!ENTITY a "<script xmlns='http://www.w3.org/2000/svg'>xss()</script>">]>${svg('&a;')}`, `<?xml version="1.0" encoding="ISO-2022-JP"?><!-- \u001b(B--\u001b(B> -->${svg('<!-- \u001b$B<script>xss()</script>\u001b(B -->')}`,
  svg('<handler type="text/javascript">xss()</handler>'), svg('<style><![CDATA[</style><script>xss()</script>]]></style>'), svg('<rect width="9" height="9"><title>&lt;script>xss()&lt;/script></title></rect>'),
];
