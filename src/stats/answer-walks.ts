import type { GroupSections, Reading } from "./group-sections.ts";
import type { Section, Walk, Want } from "./section.ts";
import type { StatisticValue } from "./statistic.ts";

/** The results of several walks over a group, side by side: a section that several want is read once. */
export function* answerWalks(
  walks: readonly Walk<StatisticValue>[],
  sections: GroupSections,
): Reading<StatisticValue[]> {
  const steps = walks.map((walk) => walk.next());
  for (;;) {
    const wants = steps.flatMap((step) => (step.done ? [] : [step.value]));
    if (wants.length === 0) return steps.map((step) => step.value as StatisticValue);
    const place = wants.reduce((least, want) => Math.min(least, want.place), Infinity);
    const packed = wants.some((want) => want.from && want.place === place);
    const section = yield* sections.sectionAt(place, packed);
    steps.forEach((step, i) => {
      if (!step.done && isMet(step.value, section)) steps[i] = walks[i].next(section);
    });
  }
}

function isMet({ place, from }: Want, { start, stop }: Section): boolean {
  return from ? place === start : place >= start && place < stop;
}
