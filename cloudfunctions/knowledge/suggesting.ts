import { Refusal, refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { knowledge } from '@domain/knowledge/contract'
import { SUGGESTIONS_OPEN_MAX } from '@domain/knowledge/suggestion'
import { handle } from '@platform/context'
import { personOf } from '../identity/public'
import { suggestions, terms } from './store'
import { suggestionView } from './views'

export const openSuggest = handle(knowledge.openSuggest, async ({ employee, now }) => {
  const mine = await suggestions.find({
    where: { 'by.employeeId': employee.id },
    orderBy: [['_id', 'desc']],
    limit: limits.pageSize,
  })
  return { suggestions: mine.map(suggestionView), now }
})

export const suggestTerm = handle(knowledge.suggestTerm, async (ctx, { kind, termId, word, words }) => {
  const { employee, now } = ctx
  const [waiting, term] = await Promise.all([
    suggestions.find({
      where: { 'by.employeeId': employee.id, state: 'open' },
      limit: SUGGESTIONS_OPEN_MAX,
      fields: ['_id'],
    }),
    kind === 'correction' ? terms.get(termId ?? '') : null,
  ])
  refuse(waiting.length >= SUGGESTIONS_OPEN_MAX, 'KNOWLEDGE_SUGGESTIONS_FULL')
  if (kind === 'correction' && !term?.live) throw new Refusal('KNOWLEDGE_TERM_MISSING')
  await ctx.wechat.assertTextIsSafe(word, words)
  const suggestionId = ctx.newId('suggestion')
  return ctx.transaction(async tx => {
    await suggestions.in(tx).insert({
      _id: suggestionId,
      kind,
      termId: term?._id ?? null,
      word,
      words,
      by: personOf(employee),
      at: now,
      state: 'open',
      answer: null,
    })
    return { suggestionId }
  })
})
