/**
 * Records of peerbench's run.py → by workload and rule, Rastrum's wall time over that of the peer to beat in the same
 * repetition: GDAL's better strategy, and exactextract's best mode, each the one with the least median. Warm-ups (rep 0)
 * do not count.
 */
export function peerRatios(records, peersByRule) {
  const counted = records.filter(({ rep, error }) => rep > 0 && !error);
  const rows = [];
  for (const workload of new Set(counted.map((record) => record.workload))) {
    for (const [rule, { peers }] of Object.entries(peersByRule)) {
      const own = timesOf(counted, workload, `rastrum-${rule}`);
      if (own.size === 0) continue;
      for (const family of ["gdal", "exactextract"]) {
        const best = peers
          .filter((name) => name.startsWith(family))
          .map((name) => ({ name, times: timesOf(counted, workload, name) }))
          .filter(({ times }) => times.size > 0)
          .sort((a, b) => median(seconds(a.times)) - median(seconds(b.times)))[0];
        if (best) rows.push(ratioRow(workload, rule, own, best));
      }
    }
  }
  return rows;
}

export function ratioLines(rows) {
  const head = ["", "rule", "Rastrum s", "MB", "CPU s", "peer", "peer s", "MB", "min", "median", "max ratio"];
  const lines = rows.map(({ workload, rule, own, peer, ratios }) => [
    workload,
    rule,
    own.seconds.toFixed(3),
    own.peakMb.toFixed(0),
    own.cpuSeconds.toFixed(2),
    peer.name,
    peer.seconds.toFixed(3),
    peer.peakMb.toFixed(0),
    ...ratios.map((ratio) => ratio.toFixed(2)),
  ]);
  const all = [head, head.map(() => "---"), ...lines];
  return all.map((cells) => `| ${cells.join(" | ")} |`);
}

/** Records by repetition. */
function timesOf(records, workload, name) {
  return new Map(
    records.filter((each) => each.workload === workload && each.peer === name).map((each) => [each.rep, each]),
  );
}

function ratioRow(workload, rule, own, best) {
  const both = [...own.keys()].filter((rep) => best.times.has(rep));
  const ratios = both.map((rep) => own.get(rep).wall_s / best.times.get(rep).wall_s).sort((a, b) => a - b);
  const peer = { name: best.name, ...summary(best.times) };
  return { workload, rule, own: summary(own), peer, ratios: [ratios[0], median(ratios), ratios.at(-1)] };
}

function summary(times) {
  const records = [...times.values()];
  return {
    seconds: median(seconds(times)),
    cpuSeconds: median(records.map((each) => each.cpu_in_s)),
    peakMb: Math.max(...records.map((each) => each.rss_mb)),
  };
}

function seconds(times) {
  return [...times.values()].map((each) => each.wall_s);
}

function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1] + sorted[Math.floor(middle)]) / 2;
}
