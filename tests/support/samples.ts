import type { Contracts } from '@domain/contracts'
import type { InputOf, Procedure } from '@domain/kernel/contract'

/** An input of the right form for each procedure of each room. */
export type Samples = {
  [Room in keyof Contracts]: {
    [Name in keyof Contracts[Room]]: Contracts[Room][Name] extends Procedure
      ? InputOf<Contracts[Room][Name]>
      : never
  }
}
