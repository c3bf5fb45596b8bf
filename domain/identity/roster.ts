/** What can be wrong with one line of an HR roster. */
export const lineProblems = ['missing', 'format', 'duplicate', 'samePhone', 'unknownStatus'] as const
export type LineProblem = (typeof lineProblems)[number]
