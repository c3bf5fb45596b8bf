import { HOUR_MS } from '@domain/kernel/time'
import { mergedGlossary } from '@domain/knowledge/term'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { api, callerScope, keyOf, type Output } from '@/api'
import { call } from '@/api/call'
import { mergeWordbook } from './wordbook'

export type Term = Output<typeof api.knowledge.openGlossary>['changed'][number]

export interface Glossary {
  version: number
  terms: Term[]
  /** When the server was last asked, by the phone's clock. */
  askedAt: number
}

/** So old may the words be before the server is asked what has changed. */
const FRESH_MS = HOUR_MS

/** A key of its own: the glossary is the largest answer, and the only one that comes by what has changed. */
const place = () => `glossary.${callerScope()}`

function held(): Glossary | undefined {
  const kept = Taro.getStorageSync<Glossary | ''>(place())
  return kept === '' || !Array.isArray(kept.terms) ? undefined : kept
}

/** What has changed since, put into what the phone holds. An unchanged glossary costs an empty answer. */
async function refreshed(known: Glossary | undefined): Promise<Glossary> {
  const answer = await call(api.knowledge.openGlossary, { since: known?.version ?? 0 })
  const { version, changed, goneIds, wordbook } = answer
  mergeWordbook(wordbook)
  const terms = mergedGlossary(known?.terms ?? [], changed, goneIds)
  const glossary = { version, terms, askedAt: Date.now() }
  await Taro.setStorage({ key: place(), data: glossary })
  return glossary
}

/** The words of the house: those on the phone at once, also off line, and behind them what has changed. */
export function useGlossary({ enabled = true }: { enabled?: boolean } = {}) {
  const client = useQueryClient()
  const queryKey = [...keyOf(api.knowledge.openGlossary), 'held']
  return useQuery<Glossary>({
    queryKey,
    queryFn: () => refreshed(client.getQueryData<Glossary>(queryKey)),
    enabled,
    initialData: held,
    initialDataUpdatedAt: () => held()?.askedAt,
    staleTime: FRESH_MS,
    // It is kept under its own key.
    meta: { kept: false },
  })
}
