import type { TemplateName } from '@domain/notice/kinds'
import { useCallback } from 'react'
import { call } from './call'
import { api } from './reference'
import { useSession } from './session'
import { afterAccepting, promptSubscribe } from './subscribePrompt'

/**
 * Asks whether we may send one message of each template, at the tap where its worth is clear: WeChat shows the prompt
 * only straight from a tap, so call it first there. What was answered goes into our own ledger, because WeChat tells
 * nobody what is left. Never rejects: the inbox works without.
 */
export function useAskToNotify(): (templates: TemplateName[], onRecorded?: () => void) => void {
  const templateIds = useSession().data?.templateIds
  return useCallback(
    (templates, onRecorded) => {
      if (!templateIds) return
      void ask(templates, templateIds)
        .then(onRecorded)
        .catch(() => undefined)
    },
    [templateIds],
  )
}

async function ask(templates: TemplateName[], idOf: Partial<Record<TemplateName, string>>): Promise<void> {
  const known = templates.filter(name => idOf[name])
  const accepted = new Set(await promptSubscribe(known.map(name => idOf[name] as string)))
  const { left } = await call(api.notice.recordPermissions, {
    accepted: known.filter(name => accepted.has(idOf[name] as string)),
    refused: known.filter(name => !accepted.has(idOf[name] as string)),
  })
  afterAccepting(Object.fromEntries(known.map(name => [idOf[name] as string, left[name] ?? 0])))
}
