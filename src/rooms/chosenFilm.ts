/** A film as the phone has it. */
export interface ChosenFilm {
  path: string
  bytes: number
  /** Whole seconds; 0 where the phone can't tell. */
  seconds: number
  /** A picture of its beginning; undefined where the phone makes none. */
  posterPath: string | undefined
}
