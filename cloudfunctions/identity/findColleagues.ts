import { identity } from '@domain/identity/contract'
import { handle } from '@platform/context'
import { peopleNamed } from './colleagues'

const FOUND_MAX = 20

export const findColleagues = handle(identity.findColleagues, async (_ctx, { text }) => ({
  colleagues: await peopleNamed(text, FOUND_MAX),
}))
