import { Refusal, refuse } from '@domain/kernel/errors'
import { nextTimetableState, type TimetableAction } from '@domain/selfservice/timetable'
import type { Problem } from '@domain/selfservice/validity'
import type { Patch } from '@platform/collection'
import type { EmployeeContext } from '@platform/context'
import type { Transaction } from '@platform/transaction'
import { type LineDocument, lines, type TimetableDocument, timetables } from './store'

export interface DraftInput {
  versionId: string
  revision: number
}

/** What a change does to a draft: its own fields, and a line that is written anew. */
export interface DraftChange {
  patch: Patch<TimetableDocument>
  line?: LineDocument
  /** For the audit. */
  before: unknown
  after: unknown
}

/** @throws Refusal SELFSERVICE_TRANSITION_REFUSED where the table of states does not let it */
export function assertMay({ state }: TimetableDocument, action: TimetableAction): void {
  refuse(nextTimetableState(state, action) === null, 'SELFSERVICE_TRANSITION_REFUSED')
}

/** A version that exists; one that an import is still writing does not yet. */
export async function requireTimetable(versionId: string): Promise<TimetableDocument> {
  const version = await timetables.require(versionId, 'SELFSERVICE_TIMETABLE_MISSING')
  refuse(version.state === 'staging' || version.state === 'dropped', 'SELFSERVICE_TIMETABLE_MISSING')
  return version
}

/** The draft as its editor has seen it, inside the transaction. */
export async function draftIn(
  tx: Transaction,
  { versionId, revision }: DraftInput,
  action: TimetableAction,
): Promise<TimetableDocument> {
  const draft = await timetables.in(tx).require(versionId, 'SELFSERVICE_TIMETABLE_MISSING')
  assertMay(draft, action)
  refuse(draft.revision !== revision, 'SELFSERVICE_DRAFT_CHANGED')
  return draft
}

/**
 * Changes a draft, once for each revision: two who edit at once do not write over one another.
 * @param change may run several times; what it throws refuses the whole
 */
export async function editDraft(
  ctx: EmployeeContext,
  input: DraftInput,
  change: (draft: TimetableDocument, tx: Transaction) => DraftChange | Promise<DraftChange>,
): Promise<{ revision: number }> {
  let audited: Pick<DraftChange, 'before' | 'after'> = { before: null, after: null }
  return ctx.transaction(
    async tx => {
      const draft = await draftIn(tx, input, 'edit')
      const { patch, line, before, after } = await change(draft, tx)
      audited = { before, after }
      if (line) await lines.in(tx).put(line)
      const revision = draft.revision + 1
      await timetables.in(tx).update(draft._id, { ...patch, revision, by: ctx.employee.name, at: ctx.now })
      return { revision }
    },
    () => ({ subject: `${timetables.name}/${input.versionId}`, ...audited }),
  )
}

/** @throws Refusal SELFSERVICE_TIMETABLE_WRONG with the paths of what is wrong */
export function assertRight(problems: readonly Problem[]): void {
  if (problems.length === 0) return
  throw new Refusal(
    'SELFSERVICE_TIMETABLE_WRONG',
    [...new Set(problems.map(({ path }) => path))].slice(0, 20),
  )
}
