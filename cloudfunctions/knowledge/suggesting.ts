import { Refusal, refuse } from '@domain/kernel/errors'
import { limits } from '@domain/kernel/limits'
import { knowledge } from '@domain/knowledge/contract'
import { SUGGESTIONS_OPEN_MAX } from '@domain/knowledge/suggestion'
import { handle } from '@platform/context'
import { personOf } from '../identity/public'
import { suggesters, suggestions, terms } from './store'
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
  const term = kind === 'correction' ? await terms.get(termId ?? '') : null
  if (kind === 'correction' && !term?.live) throw new Refusal('KNOWLEDGE_TERM_MISSING')
  await ctx.wechat.assertTextIsSafe(word, words)
  const suggestionId = ctx.newId('suggestion')
  return ctx.transaction(async tx => {
    // Within the transaction, so that of several at once none is overlooked.
    const openIds = (await suggesters.in(tx).get(employee.id))?.openIds ?? []
    refuse(openIds.length >= SUGGESTIONS_OPEN_MAX, 'KNOWLEDGE_SUGGESTIONS_FULL')
    await suggesters.in(tx).put({ _id: employee.id, openIds: [...openIds, suggestionId] })
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
