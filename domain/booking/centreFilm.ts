/** The film of a centre, as long as somebody stands before a ticket to look at it. */
export const centreFilmLimits = {
  titleMax: 40,
  /** Half an hour, in seconds. */
  secondsMax: 1_800,
} as const
