import { suggestionKinds } from '@domain/knowledge/suggestion'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { ReasonSheet } from '@/rooms/access/public'
import { DeskMenu } from '@/rooms/DeskMenu'
import { backOr } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { termProblem, wordsOf } from '../../termDraft'
import { type Term, useGlossary } from '../../useGlossary'
import { TermFields } from './TermFields'
import './termEdit.scss'
import { acceptReasons, refuseReasons, withdrawReasons } from './reasons'
import { useTermDraft } from './useTermDraft'

type Suggestion = Output<typeof api.knowledge.openSuggestion>['suggestion']
type Asked = 'accept' | 'refuse' | 'withdraw'

const outdates = [api.knowledge.openGlossary, api.knowledge.openDesk, api.access.openInbox] as const

function Said({ suggestion, now }: { suggestion: Suggestion; now: number }) {
  const { kind, word, words, by, at } = suggestion
  return (
    <Card>
      <View className="row row--between gap-12">
        <View className="t16 medium grow">{word}</View>
        <Badge>{suggestionKinds[kind]}</Badge>
      </View>
      <View className="t14 mt-4">{words}</View>
      <View className="t12 secondary mt-8">
        {by.name} · {by.department} · {sayWhen(at, now)}
      </View>
    </Card>
  )
}

interface FormProps {
  terms: readonly Term[]
  term: Term | undefined
  suggestion?: Suggestion
  now?: number
}

/** What can be done with the form, each a command of its own. */
function useDeeds(props: FormProps, form: ReturnType<typeof useTermDraft>) {
  const { term, suggestion } = props
  const leave = (words: string) => {
    form.drop()
    void backOr('knowledge/desk')
    toast.show(words)
  }
  const done = (words: string) => () => leave(words)
  const save = useCommand(api.knowledge.saveTerm, { outdates, onDone: done('存好了，大家的手机会自己更新') })
  const withdraw = useCommand(api.knowledge.withdrawTerm, { outdates, onDone: done('撤下了') })
  const accept = useCommand(api.knowledge.acceptSuggestion, {
    outdates,
    onDone: ({ told }) => leave(told ? '收进词库，也告诉对方了' : '收进词库了，推荐的同事已经不在'),
  })
  const refuse = useCommand(api.knowledge.refuseSuggestion, {
    outdates,
    onDone: ({ told }) => leave(told ? '回复了' : '记下了，推荐的同事已经不在'),
  })
  const of = term && { termId: term.termId, version: term.version }
  const words = () => wordsOf(form.draft, form.idOfHead)
  return {
    save: () => save.run({ ...(of ? { of } : {}), words: words() }),
    send: (asked: Asked, reason: string) => {
      if (asked === 'withdraw') return of && withdraw.run({ ...of, reason })
      if (!suggestion) return undefined
      const { suggestionId } = suggestion
      if (asked === 'refuse') return refuse.run({ suggestionId, reason })
      return accept.run({ suggestionId, ...(of ? { of } : {}), words: words(), reason })
    },
  }
}

const sheets = {
  accept: { title: '收进词库', action: '收录', reasons: acceptReasons, refusal: false },
  refuse: { title: '这次不收', action: '不收', reasons: refuseReasons, refusal: true },
  withdraw: { title: '撤下这个词', action: '撤下', reasons: withdrawReasons, refusal: true },
} as const

function Form(props: FormProps) {
  const { terms, term, suggestion, now = 0 } = props
  const form = useTermDraft(terms, term, suggestion)
  const [asked, setAsked] = useState<Asked>()
  const { save, send } = useDeeds(props, form)
  const sheet = sheets[asked ?? 'accept']
  const problem = termProblem(form.draft)
  return (
    <View className="term-edit">
      {suggestion ? <Said suggestion={suggestion} now={now} /> : null}
      <TermFields draft={form.draft} onChange={form.change} />
      {term && !suggestion ? (
        <Button kind="danger" onTap={() => setAsked('withdraw')}>
          撤下这个词
        </Button>
      ) : null}
      <BottomBar {...(problem ? { consequence: problem } : {})}>
        {suggestion ? (
          <>
            <Button kind="secondary" onTap={() => setAsked('refuse')}>
              不收
            </Button>
            <Button disabled={problem !== undefined} onTap={() => setAsked('accept')}>
              收进词库
            </Button>
          </>
        ) : (
          <Button disabled={problem !== undefined} onTap={save}>
            保存
          </Button>
        )}
      </BottomBar>
      <ReasonSheet
        open={asked !== undefined}
        onClose={() => setAsked(undefined)}
        title={sheet.title}
        label={asked === 'withdraw' ? '为什么，留在记录里' : '写给推荐的同事'}
        placeholder="写一句话"
        reasons={sheet.reasons}
        action={sheet.action}
        refusal={sheet.refusal}
        note={asked === 'withdraw' ? '正文里不再标出，要恢复得重新写。' : '对方会收到通知。'}
        onSend={reason => (asked ? send(asked, reason) : undefined)}
      />
    </View>
  )
}

/** Where a suggestion is read and answered: its word is written in the same form. */
function Answering({ suggestionId }: { suggestionId: string }) {
  const glossary = useGlossary()
  const query = useQueryOf(api.knowledge.openSuggestion, { suggestionId }, { staleMs: 0, kept: false })
  const terms = glossary.data?.terms ?? []
  const termId = query.data?.suggestion.termId
  const isOpen = query.data?.suggestion.state === 'open'
  return (
    <Screen
      column
      nav={<Nav title="回复推荐" close />}
      side={<DeskMenu here="knowledge/desk" />}
      query={query}
      skeleton={<SkeletonRows count={5} />}
      bar={isOpen ? <View /> : undefined}
      isEmpty={() => !isOpen}
      empty={{ title: '这条推荐已经有了回复', sentence: '可以回去看别的。' }}
    >
      {({ suggestion, now }) => (
        <Form
          terms={terms}
          term={terms.find(term => term.termId === termId)}
          suggestion={suggestion}
          now={now}
        />
      )}
    </Screen>
  )
}

/** 写词条: a new word, a change of one, or the answer to a suggestion. */
export default function TermEditPage() {
  const { termId, suggestionId } = usePageParams()
  const glossary = useGlossary({ enabled: suggestionId === undefined })
  if (suggestionId) return <Answering suggestionId={suggestionId} />
  return (
    <Screen
      column
      nav={<Nav title={termId ? '改词条' : '写一个词'} close />}
      side={<DeskMenu here="knowledge/desk" />}
      query={glossary}
      skeleton={<SkeletonRows count={5} />}
      ownBar
    >
      {({ terms }) => <Form terms={terms} term={terms.find(term => term.termId === termId)} />}
    </Screen>
  )
}
