// BullMQ in one scenario, in this process: the twin of QueueTrial.java, which says what each step is for.
//
// The argument is a JSON object: kind, host, port, workers, concurrency, delayed, warmUp and measurement in seconds.
// Prints "ready" and measures when it reads "go"; prints how many messages, in how many nanoseconds, and other figures;
// and ends with its input.
//
// As the documentation recommends, maxRetriesPerRequest is null for workers, and jobs are removed when they complete, as
// those of the other queue are. Everything else is the default.
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

const BODY = 'v'.repeat(64);
const BATCH = 100;
const FIRST = 500;
const MOST = 1_000_000;
const SHARE_SECONDS = 0.25;
const PAUSE = 2;
const CALM = 500;
const IN_AN_HOUR = 3_600_000;

const trial = JSON.parse(process.argv[2]);
const address = { host: trial.host, port: trial.port };
const connection = { ...address, maxRetriesPerRequest: null };
const queue = new Queue('benchmark', { connection: address, defaultJobOptions: { removeOnComplete: true } });
queue.on('error', fail);

const input = createInterface({ input: process.stdin });
input.on('close', () => process.exit());

function fail(error) {
  console.error(error);
  process.exit(1);
}

const now = () => Number(process.hrtime.bigint());

function referee() {
  console.log('ready');
  return new Promise(go => input.once('line', go));
}

function finish(operations, nanos, figures = {}) {
  const words = Object.entries(figures).map(([name, value]) => `${name}=${value.toFixed(3)}`);
  console.log([operations, Math.round(nanos), ...words].join(' '));
}

function requireBody(job) {
  if (job.data.length !== BODY.length) {
    throw new Error(`Expected a body of length ${BODY.length}: ${job.data.length}`);
  }
}

function worker(handler) {
  const made = new Worker('benchmark', handler, { connection, concurrency: trial.concurrency });
  made.on('error', fail);
  made.on('failed', (job, error) => fail(error));
  return made;
}

const batch = delay => Array.from({ length: BATCH }, () => ({ name: 'm', data: BODY, opts: delay ? { delay } : {} }));

async function fill(count, delay) {
  for (let i = 0; i < count; i += BATCH) {
    await queue.addBulk(batch(delay));
  }
}

async function enqueueFor(seconds) {
  const start = now();
  let messages = 0;
  let elapsed = 0;
  while (elapsed < seconds * 1e9) {
    await queue.addBulk(batch());
    messages += BATCH;
    elapsed = now() - start;
  }
  return [messages, elapsed];
}

async function enqueue() {
  await enqueueFor(trial.warmUp);
  await referee();
  finish(...(await enqueueFor(trial.measurement)));
}

async function consume() {
  await fill(trial.delayed, IN_AN_HOUR);
  let completed = 0;
  let awaited = Infinity;
  let reached;
  const consumer = worker(async job => requireBody(job));
  consumer.on('completed', () => {
    if (++completed === awaited) {
      reached();
    }
  });
  await consumer.waitUntilReady();

  async function prepare(count) {
    await queue.pause();
    await fill(count);
  }
  async function run(count) {
    awaited = completed + count;
    const done = new Promise(resolve => { reached = resolve; });
    const start = now();
    await queue.resume();
    await done;
    return now() - start;
  }
  const whole = messages => Math.min(MOST, Math.max(FIRST, Math.round(messages / BATCH) * BATCH));

  const begin = now();
  let perSecond = FIRST / SHARE_SECONDS;
  while (now() - begin < trial.warmUp * 1e9) {
    const count = whole(perSecond * SHARE_SECONDS);
    await prepare(count);
    perSecond = (count * 1e9) / (await run(count));
  }
  const count = whole(perSecond * trial.measurement);
  await prepare(count);
  await referee();
  finish(count, await run(count));
}

function percentile(values, percent) {
  const sorted = values.sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)] / 1e3;
}

async function latency() {
  const redis = new Redis(address);
  let arrived;
  await worker(async job => {
    arrived(now());
    requireBody(job);
  }).waitUntilReady();

  async function takeTurns(seconds) {
    const messages = [];
    const pings = [];
    const begin = now();
    while (now() - begin < seconds * 1e9) {
      await sleep(PAUSE);
      const arrival = new Promise(resolve => { arrived = resolve; });
      let start = now();
      await queue.add('m', BODY);
      messages.push((await arrival) - start);

      await sleep(PAUSE);
      start = now();
      await redis.ping();
      pings.push(now() - start);
    }
    return [messages.length, now() - begin, {
      p50: percentile(messages, 50),
      p99: percentile(messages, 99),
      'ping-p50': percentile(pings, 50),
      'ping-p99': percentile(pings, 99),
    }];
  }
  await takeTurns(trial.warmUp);
  await referee();
  finish(...(await takeTurns(trial.measurement)));
}

async function idle() {
  await worker(async () => {}).waitUntilReady();
  await sleep(trial.warmUp * 1e3);
  await referee();
  await sleep(trial.measurement * 1e3);
  finish(0, trial.measurement * 1e9);
}

async function wake() {
  let arrived;
  let arrival = new Promise(resolve => { arrived = resolve; });
  await queue.add('m', BODY);
  const workers = Array.from({ length: trial.workers }, () => worker(async () => arrived()));
  await Promise.all(workers.map(each => each.waitUntilReady()));
  await arrival;
  await sleep(CALM);
  await referee();
  arrival = new Promise(resolve => { arrived = resolve; });
  await queue.add('m', BODY);
  await sleep(trial.measurement * 1e3);
  await arrival;
  finish(1, trial.measurement * 1e9);
}

await { enqueue, consume, latency, idle, wake }[trial.kind]();
