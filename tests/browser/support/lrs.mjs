// A learning system with a record store, as cmi5 has it: it launches the course with a token that is good once, keeps
// statements and documents, and writes down what the course does that the specification forbids (section numbers are
// those of cmi5 1.0). Whether a statement is one at all, Learning Locker's validator says. On an origin of its own.
import { isDeepStrictEqual } from 'node:util';
import http from 'node:http';
import { randomUUID } from 'node:crypto';
import validation from 'xapi-validation';

const verbs = 'http://adlnet.gov/expapi/verbs/';
const categories = 'https://w3id.org/xapi/cmi5/context/categories/';
const sessionKey = 'https://w3id.org/xapi/cmi5/context/extensions/sessionid';
const ownDocument = 'tailorbird'; // of the course

// A request in xAPI's alternate syntax (1.0.3, part 3, 1.3): everything but the method is a field of the form.
function asForm(request, url, body) {
  const method = url.searchParams.get('method');
  if (request.method !== 'POST' || !method) return null;
  const query = new URLSearchParams(body);
  const headers = Object.fromEntries(['Authorization', 'X-Experience-API-Version', 'Content-Type'].map((name) => [name.toLowerCase(), query.get(name)]));
  return { method, headers, query, body: query.get('content') };
}

export class Lrs {
  constructor() {
    this.sessions = new Map(); // by token
    this.isFailing = false; // nothing is kept
  }

  async start() {
    this.server = http.createServer((request, response) => {
      let body = '';
      request.on('data', (piece) => { body += piece; });
      request.on('end', () => this.answer(request, body, response));
    });
    await new Promise((resolve) => { this.server.listen(0, '127.0.0.1', resolve); });
    this.origin = `http://127.0.0.1:${this.server.address().port}`;
    return this;
  }

  stop() {
    this.server.close();
    this.server.closeAllConnections();
  }

  // One learner's enrolment. `statements`: those that arrived, in their order; `documents`: by their stateId.
  enrol() {
    return { id: randomUUID(), activityId: `${this.origin}/activities/${randomUUID()}`, statements: [], documents: {}, violations: [],
      agent: { objectType: 'Agent', account: { homePage: this.origin, name: randomUUID() } } };
  }

  // The address that begins a session. options: mode ("Normal"), returnUrl.
  launch(course, enrolment, { mode = 'Normal', returnUrl } = {}) {
    const session = { enrolment, mode, token: randomUUID(), isFetched: false, asked: [], verbs: [],
      template: { contextActivities: { grouping: [{ id: 'urn:uuid:the-publishers-own', objectType: 'Activity' }] },
        extensions: { [sessionKey]: randomUUID() } } };
    this.sessions.set(session.token, session);
    enrolment.documents['LMS.LaunchData'] = JSON.stringify({ contextTemplate: session.template, launchMode: mode, moveOn: 'Completed',
      ...(returnUrl && { returnURL: returnUrl }) });
    return `${course}?${new URLSearchParams({ endpoint: `${this.origin}/xapi`, fetch: `${this.origin}/fetch?key=${session.token}`,
      actor: JSON.stringify(enrolment.agent), registration: enrolment.id, activityId: enrolment.activityId })}`;
  }

  answer(request, body, response) {
    const url = new URL(request.url, this.origin);
    const send = (status, text = '') => {
      response.writeHead(status, { 'content-type': 'application/json', 'access-control-allow-origin': request.headers.origin ?? '*',
        'access-control-allow-headers': 'authorization, content-type, x-experience-api-version',
        'access-control-allow-methods': 'GET, PUT, POST, DELETE' });
      response.end(text);
    };
    if (request.method === 'OPTIONS') return send(204);
    if (this.isFailing) return send(503);
    if (url.pathname === '/fetch') return send(200, this.token(request, url.searchParams.get('key')));
    const asked = asForm(request, url, body) ?? { method: request.method, headers: request.headers, query: url.searchParams, body };
    const session = this.sessions.get((asked.headers.authorization ?? '').replace('Basic ', ''));
    if (!session) return send(401);
    const { enrolment } = session;
    if (asked.headers['x-experience-api-version'] !== '1.0.3') enrolment.violations.push('no version of xAPI');
    if (asked.body && asked.headers['content-type'] !== 'application/json') enrolment.violations.push('a body that is not said to be JSON');
    session.asked.push(`${asked.method} ${url.pathname.slice('/xapi/'.length)}`);
    const resources = { '/xapi/statements': this.statements, '/xapi/activities/state': this.document, '/xapi/agents/profile': () => [404] };
    const resource = resources[url.pathname];
    return resource ? send(...resource.call(this, session, asked)) : send(404);
  }

  // 8.2
  token(request, key) {
    const session = this.sessions.get(key);
    if (request.method !== 'POST') session.enrolment.violations.push(`${request.method} for the token`);
    if (session.isFetched) return '{"error-code":"1","error-text":"The authorization token has already been returned."}';
    session.isFetched = true;
    return JSON.stringify({ 'auth-token': key });
  }

  document({ enrolment, mode }, { method, query, body }) {
    const name = query.get('stateId');
    const isOfEnrolment = query.get('activityId') === enrolment.activityId && query.get('registration') === enrolment.id &&
      isDeepStrictEqual(JSON.parse(query.get('agent')), enrolment.agent);
    if (!isOfEnrolment) enrolment.violations.push(`the document ${name} of somebody else`);
    if (method === 'GET') return enrolment.documents[name] ? [200, enrolment.documents[name]] : [404];
    if (name !== ownDocument || mode !== 'Normal') enrolment.violations.push(`${method} of the document ${name} in mode ${mode}`);
    if (method === 'DELETE') delete enrolment.documents[name];
    else enrolment.documents[name] = body;
    return [204];
  }

  statements(session, { body }) {
    const { enrolment } = session;
    for (const statement of JSON.parse(body)) {
      const before = enrolment.statements.find((one) => one.id === statement.id);
      if (before && !isDeepStrictEqual(before, statement)) enrolment.violations.push('another statement of the same id');
      if (before) continue; // sent once more, because no answer came
      enrolment.violations.push(...validation.default(statement).map((one) => JSON.stringify(one)), ...this.rules(session, statement));
      session.verbs.push(statement.verb.id.replace(verbs, ''));
      enrolment.statements.push(statement);
    }
    return [200, '[]'];
  }

  // What cmi5 asks of a statement, as sentences that are not true.
  rules({ enrolment, mode, template, verbs: said, asked }, statement) {
    const verb = statement.verb.id.replace(verbs, '');
    const { context, result } = statement;
    const ids = (list) => (context.contextActivities[list] ?? []).map(({ id }) => id);
    const isCompleted = enrolment.statements.some((one) => one.verb.id === `${verbs}completed`);
    const holds = {
      '7.1.1 initialized comes first': (said.length === 0) === (verb === 'initialized'),
      '7.1.2 terminated comes last': !said.includes('terminated'),
      '9.2 the actor is the one of the launch': isDeepStrictEqual(statement.actor, enrolment.agent),
      '9.3 one of the three verbs, once in a session': ['initialized', 'completed', 'terminated'].includes(verb) && !said.includes(verb),
      '9.3.3 completed once in a registration': verb !== 'completed' || !isCompleted,
      '9.4 the object is the activity of the launch': statement.object.id === enrolment.activityId,
      '9.5.3 completion with completed alone': (result?.completion === true) === (verb === 'completed') && !('success' in (result ?? {})),
      '9.5.4 a duration': verb === 'initialized' || /^PT\d+S$/.test(result?.duration),
      '9.6.1 the registration of the launch': context.registration === enrolment.id,
      '9.6.2.1 the category of cmi5': ids('category').includes(`${categories}cmi5`),
      '9.6.2.2 the category of moveOn': ids('category').includes(`${categories}moveon`) === (verb === 'completed'),
      '9.6.2.3 the grouping of the template': isDeepStrictEqual(ids('grouping'), ['urn:uuid:the-publishers-own']),
      '9.6.3.1 the session of the template': context.extensions?.[sessionKey] === template.extensions[sessionKey],
      '9.7 a timestamp in UTC': /Z$/.test(statement.timestamp),
      '10.2.2 nothing but begin and end in other modes': mode === 'Normal' || verb !== 'completed',
      '11.0 the preferences were asked for': asked.includes('GET agents/profile'),
    };
    return Object.keys(holds).filter((rule) => !holds[rule]).map((rule) => `${verb}: ${rule}`);
  }

  verbs(enrolment) { return enrolment.statements.map(({ verb }) => verb.id.replace(verbs, '')); }

  // What the course keeps, or null.
  kept(enrolment) { return JSON.parse(enrolment.documents[ownDocument] ?? 'null'); }
}
