import type { Labels } from "./source.ts";

const MS: Record<string, number> = {
  microsecond: 1e-3,
  millisecond: 1,
  second: 1e3,
  minute: 6e4,
  hour: 36e5,
  day: 864e5,
};
const SHORT: Record<string, string> = {
  us: "microsecond", ms: "millisecond", msec: "millisecond", s: "second", sec: "second",
  min: "minute", h: "hour", hr: "hour", d: "day",
}; // biome-ignore format: one table
const DAY_MS = MS.day;
/** First day of the Gregorian calendar, 1582-10-15, in days since 1970-01-01. */
const FIRST_GREGORIAN_DAY = -141427;

interface Moment {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  /** Milliseconds since midnight UTC. */
  readonly ms: number;
}

/**
 * "days since 2000-01-01" and its like → dates, or for calendars that no clock follows (noleap, 360_day …) texts such
 * as "2000-02-30". Whole months and years are those of the calendar. Null where `units` is no time, or parts of months.
 * https://cfconventions.org/cf-conventions/cf-conventions.html#time-coordinate
 */
export function cfTimeLabels(values: readonly number[], units: unknown, calendar: unknown): Labels | null {
  const match = typeof units === "string" ? /^\s*(\w+)\s+since\s+(.+?)\s*$/i.exec(units) : null;
  const unit = match?.[1].toLowerCase() ?? "";
  const single = SHORT[unit] ?? unit.replace(/s$/, "");
  const unitMs = MS[single];
  const epoch = match && parseMoment(match[2]);
  if (!epoch) return null;
  const name = typeof calendar === "string" ? calendar.toLowerCase() : "standard";
  const months = { month: 1, year: 12, common_year: 12 }[single];
  if (months !== undefined) return monthLabels(values, months, epoch, name);
  if (unitMs === undefined) return null;
  if (name === "standard" || name === "gregorian" || name === "proleptic_gregorian") {
    const start = dayNumber(epoch, name === "proleptic_gregorian") * DAY_MS + epoch.ms;
    return { type: "time", values: values.map((value) => Math.round(start + value * unitMs)) };
  }
  const lengths = monthsOf(name);
  if (!lengths) return null;
  const start = lengths.toDay(epoch) * DAY_MS + epoch.ms;
  return { type: "text", values: values.map((value) => momentText(start + value * unitMs, lengths)) };
}

/** From the same day of the first month on; a day that a month lacks is its last. */
function monthLabels(values: readonly number[], months: number, epoch: Moment, calendar: string): Labels | null {
  if (!values.every((value) => Number.isInteger(value * months))) return null;
  const count = (value: number) => epoch.year * 12 + epoch.month - 1 + value * months;
  const lengths = monthsOf(calendar);
  const texts =
    lengths &&
    values.map((value) => {
      const [year, month] = [Math.floor(count(value) / 12), (((count(value) % 12) + 12) % 12) + 1];
      const first = lengths.toDay({ year, month, day: 1, ms: 0 });
      const last = lengths.toDay({ year: month === 12 ? year + 1 : year, month: (month % 12) + 1, day: 1, ms: 0 }) - 1;
      return momentText(Math.min(first + epoch.day - 1, last) * DAY_MS + epoch.ms, lengths);
    });
  if (texts) return { type: "text", values: texts };
  if (!/^(standard|gregorian|proleptic_gregorian)$/.test(calendar)) return null;
  return {
    type: "time",
    values: values.map((value) => {
      const [year, month] = [Math.floor(count(value) / 12), ((count(value) % 12) + 12) % 12];
      const length = new Date(Date.UTC(2000 + (((year % 400) + 400) % 400), month + 1, 0)).getUTCDate();
      return new Date(0).setUTCFullYear(year, month, Math.min(epoch.day, length)) + epoch.ms;
    }),
  };
}

/** numpy's datetime64 of a unit such as "ns" or "25s" → milliseconds; null for months and years. */
export function datetime64Labels(values: readonly bigint[], unit: string): Labels | null {
  const [, factor, name] = /^(\d*)(\w+)$/.exec(unit) ?? [];
  const perMs: Record<string, bigint> = { ns: 1_000_000n, us: 1000n, ms: 1n };
  const ms: Record<string, number> = { s: 1000, m: 6e4, h: 36e5, D: DAY_MS, W: 7 * DAY_MS };
  const times = Number(factor || 1);
  if (name in perMs) return { type: "time", values: values.map((value) => Number(value / perMs[name]) * times) };
  return name in ms ? { type: "time", values: values.map((value) => Number(value) * ms[name] * times) } : null;
}

/** "2000-1-1 6:30:00.0 +01:00" and shorter. */
function parseMoment(text: string): Moment | null {
  const pattern =
    /^(-?\d+)-(\d{1,2})-(\d{1,2})(?:[T\s]+(\d{1,2})(?::(\d{1,2}))?(?::(\d{1,2}(?:\.\d*)?))?)?\s*(Z|UTC|GMT|([+-])(\d{1,2}):?(\d{2})?)?$/i;
  const parts = pattern.exec(text);
  if (!parts) return null;
  const number = (i: number) => Number(parts[i] ?? 0);
  const shiftMs = (number(9) * 36e5 + number(10) * 6e4) * (parts[8] === "-" ? -1 : 1);
  const ms = number(4) * 36e5 + number(5) * 6e4 + number(6) * 1e3 - shiftMs;
  return { year: number(1), month: number(2), day: number(3), ms };
}

/** Days since 1970-01-01. The standard calendar is Julian before 1582-10-15. */
function dayNumber({ year, month, day }: Moment, proleptic: boolean): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  const gregorian = date.getTime() / DAY_MS;
  if (proleptic || gregorian >= FIRST_GREGORIAN_DAY) return gregorian;
  // https://en.wikipedia.org/wiki/Julian_day#Converting_Julian_calendar_date_to_Julian_Day_Number; 2440588 is 1970-01-01.
  const shift = Math.floor((14 - month) / 12);
  const y = year + 4800 - shift;
  const m = month + 12 * shift - 3;
  return day + Math.floor((153 * m + 2) / 5) + 365 * y + Math.floor(y / 4) - 32083 - 2440588;
}

interface Months {
  toDay(moment: Moment): number;
  toDate(day: number): { year: number; month: number; day: number };
}

/** Calendars whose years are all alike, and the Julian one. */
function monthsOf(calendar: string): Months | null {
  if (calendar === "julian") return JULIAN;
  const february = (
    { noleap: 28, "365_day": 28, all_leap: 29, "366_day": 29, "360_day": 30 } as Record<string, number>
  )[calendar];
  if (february === undefined) return null;
  const lengths =
    calendar === "360_day" ? new Array<number>(12).fill(30) : [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
  const starts = lengths.map((_, month) => lengths.slice(0, month).reduce((sum, days) => sum + days, 0));
  const yearDays = starts[11] + lengths[11];
  return {
    toDay: ({ year, month, day }) => year * yearDays + starts[month - 1] + day - 1,
    toDate(day) {
      const year = Math.floor(day / yearDays);
      const rest = day - year * yearDays;
      const month = starts.findLastIndex((start) => start <= rest);
      return { year, month: month + 1, day: rest - starts[month] + 1 };
    },
  };
}

/** Every fourth year is a leap year; years begin in March here, so that the odd day is their last. */
const JULIAN: Months = {
  toDay({ year, month, day }) {
    const y = month > 2 ? year : year - 1;
    const m = (month + 9) % 12;
    return 365 * y + Math.floor(y / 4) + Math.floor((153 * m + 2) / 5) + day - 1;
  },
  toDate(day) {
    const y = Math.floor((4 * day + 3) / 1461);
    const rest = day - 365 * y - Math.floor(y / 4);
    const m = Math.floor((5 * rest + 2) / 153);
    const month = m < 10 ? m + 3 : m - 9;
    return { year: month > 2 ? y : y + 1, month, day: rest - Math.floor((153 * m + 2) / 5) + 1 };
  },
};

/** "2000-02-30", or with the time of day where there is one, to the second. */
function momentText(ms: number, months: Months): string {
  if (!Number.isFinite(ms)) return "";
  const seconds = Math.round(ms / 1000);
  const days = Math.floor(seconds / 86400);
  const { year, month, day } = months.toDate(days);
  const rest = seconds - days * 86400;
  const two = (n: number) => String(Math.floor(n)).padStart(2, "0");
  const date = `${String(year).padStart(4, "0")}-${two(month)}-${two(day)}`;
  return rest === 0 ? date : `${date}T${two(rest / 3600)}:${two((rest / 60) % 60)}:${two(rest % 60)}`;
}
