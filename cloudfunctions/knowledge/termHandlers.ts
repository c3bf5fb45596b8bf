import { knowledge } from '@domain/knowledge/contract'
import { pinyinOf } from '@domain/knowledge/pinyin'
import { handle } from '@platform/context'
import { type TermDocument, terms } from './store'
import { liveTerm, raiseGlossary, writeTerm } from './termWriting'
import { termView } from './views'

export const saveTerm = handle(knowledge.saveTerm, (ctx, { of, words }) => {
  const newId = ctx.newId('term')
  const pinyin = pinyinOf(words.zh)
  const author = { employeeId: ctx.employee.id, way: 'wrote' } as const
  // Written in the transaction, read after it; a transaction that runs again writes it again.
  const written: { before: TermDocument | null } = { before: null }
  return ctx.transaction(
    async tx => {
      const { before, after } = await writeTerm(tx, { of, newId, words, pinyin, now: ctx.now, author })
      written.before = before
      return { termId: after._id, version: after.version }
    },
    () => ({
      subject: `${terms.name}/${of?.termId ?? newId}`,
      before: written.before && termView(written.before),
      after: words,
    }),
  )
})

export const withdrawTerm = handle(knowledge.withdrawTerm, (ctx, { reason, ...of }) =>
  ctx.transaction(
    async tx => {
      const { version } = await liveTerm(tx, of)
      const changedIn = await raiseGlossary(tx, -1)
      await terms
        .in(tx)
        .update(of.termId, { live: false, version: version + 1, changedIn, revisedAt: ctx.now })
      return { withdrawn: true as const }
    },
    () => ({
      subject: `${terms.name}/${of.termId}`,
      before: { live: true },
      after: { live: false, reason },
    }),
  ),
)
