/** The relay's metrics in the form that Prometheus reads, in a registry of their own. */
import { monitorEventLoopDelay, performance } from "node:perf_hooks";
import { Counter, Gauge, Histogram, Registry } from "prom-client";
import { closeName, type RelayMetrics, type RelayNow } from "./metrics.ts";

const COMMIT_SECONDS = [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 5];
const COMPACTION_SECONDS = [0.01, 0.05, 0.1, 0.5, 1, 5, 30];
/** How finely the delay of the event loop is measured, in milliseconds. */
const LAG_RESOLUTION_MS = 20;

const NOTHING: RelayNow = { rooms: 0, connections: 0, membersByRight: { read: 0, write: 0 }, waiting: 0 };

export interface PrometheusMetrics extends RelayMetrics {
  /** What `/metrics` answers. */
  page(): Promise<{ readonly type: string; readonly body: string }>;
  /** Ends the measuring of the process. */
  close(): void;
}

/** Metrics with a page for Prometheus. Several in one process know nothing of each other. */
export function openPrometheusMetrics(): PrometheusMetrics {
  const register = new Registry();
  const registers = [register];
  const counter = (name: string, help: string) => new Counter({ name: `sameside_${name}`, help, registers });
  let now: () => RelayNow = () => NOTHING;
  const bytes = byteCounts();

  const edits = counter("edits_stored_total", "Edits that are on disk");
  const answers = counter("answers_stored_total", "Rows of answers that are on disk");
  const joins = counter("joins_total", "Devices that have taken a seat in a room");
  const denied = counter("frames_denied_total", "Frames with edits from connections that may not write");
  const closed = new Counter({
    name: "sameside_closed_total",
    help: "Connections the relay has ended or not let in; behind = devices that were too slow",
    labelNames: ["reason"],
    registers,
  });
  const refusals = new Counter({
    name: "sameside_requests_refused_total",
    help: "Refused requests to the API",
    labelNames: ["status"],
    registers,
  });
  const commits = new Histogram({
    name: "sameside_commit_seconds",
    help: "Writes to the store, by their outcome",
    labelNames: ["outcome"],
    buckets: COMMIT_SECONDS,
    registers,
  });
  const compactions = new Histogram({
    name: "sameside_compaction_seconds",
    help: "Compactions of rooms, by their outcome",
    labelNames: ["outcome"],
    buckets: COMPACTION_SECONDS,
    registers,
  });
  addLookedUp(register, () => now(), bytes.totals);
  const lag = addProcess(register);

  return {
    committed(write) {
      commits.observe({ outcome: write.failed ? "failed" : "stored" }, write.ms / 1000);
      if (write.failed) return;
      edits.inc(write.edits);
      answers.inc(write.answers);
    },
    compacted: ({ ms, failed }) => compactions.observe({ outcome: failed ? "failed" : "stored" }, ms / 1000),
    joined: () => joins.inc(),
    framesDenied: (count) => denied.inc(count),
    closed: (reason) => closed.inc({ reason: closeName(reason) }),
    requestRefused: (status) => refusals.inc({ status }),
    countBytes: bytes.count,
    look(next) {
      now = next;
    },
    page: async () => ({ type: register.contentType, body: await register.metrics() }),
    close: () => lag.disable(),
  };
}

/** Sockets count their own bytes, so the sum is taken when somebody asks. */
function byteCounts(): {
  readonly count: RelayMetrics["countBytes"];
  readonly totals: () => { in: number; out: number };
} {
  const open = new Set<Parameters<RelayMetrics["countBytes"]>[0]>();
  const ended = { in: 0, out: 0 };
  return {
    count(stream) {
      open.add(stream);
      stream.once("close", () => {
        open.delete(stream);
        ended.in += stream.bytesRead;
        ended.out += stream.bytesWritten;
      });
    },
    totals() {
      const totals = { ...ended };
      for (const { bytesRead, bytesWritten } of open) {
        totals.in += bytesRead;
        totals.out += bytesWritten;
      }
      return totals;
    },
  };
}

function addLookedUp(register: Registry, now: () => RelayNow, bytes: () => { in: number; out: number }): void {
  const gauge = (name: string, help: string, value: () => number) =>
    new Gauge({
      name: `sameside_${name}`,
      help,
      registers: [register],
      collect() {
        this.set(value());
      },
    });
  gauge("rooms", "Rooms that are open", () => now().rooms);
  gauge("connections", "Connections of devices", () => now().connections);
  gauge("waiting_writes", "Entries that wait for the next write to the store", () => now().waiting);
  new Gauge({
    name: "sameside_members",
    help: "Members of all rooms by what they may do",
    labelNames: ["right"],
    registers: [register],
    collect() {
      for (const [right, count] of Object.entries(now().membersByRight)) this.set({ right }, count);
    },
  });
  new Counter({
    name: "sameside_bytes_total",
    help: "Bytes from and to devices",
    labelNames: ["direction"],
    registers: [register],
    collect() {
      const totals = bytes();
      this.reset();
      this.inc({ direction: "in" }, totals.in);
      this.inc({ direction: "out" }, totals.out);
    },
  });
}

function addProcess(register: Registry): { disable(): void } {
  const registers = [register];
  const lag = monitorEventLoopDelay({ resolution: LAG_RESOLUTION_MS });
  lag.enable();
  new Counter({
    name: "process_cpu_seconds_total",
    help: "CPU time of the process",
    registers,
    collect() {
      const { user, system } = process.cpuUsage();
      this.reset();
      this.inc((user + system) / 1e6);
    },
  });
  new Gauge({
    name: "process_resident_memory_bytes",
    help: "Memory of the process",
    registers,
    collect() {
      this.set(process.memoryUsage.rss());
    },
  });
  new Gauge({
    name: "process_start_time_seconds",
    help: "When the process began, in seconds since 1970",
    registers,
    collect() {
      this.set(performance.timeOrigin / 1000);
    },
  });
  new Gauge({
    name: "nodejs_eventloop_lag_seconds",
    help: "Delay of the event loop since the last look",
    labelNames: ["quantile"],
    registers,
    collect() {
      // What the timer itself waits is no delay; without a sample there is no number.
      const late = (ns: number) => (Number.isFinite(ns) ? Math.max(0, ns / 1e9 - LAG_RESOLUTION_MS / 1000) : 0);
      this.set({ quantile: "0.5" }, late(lag.percentile(50)));
      this.set({ quantile: "0.99" }, late(lag.percentile(99)));
      this.set({ quantile: "1" }, late(lag.max));
      lag.reset();
    },
  });
  return lag;
}
