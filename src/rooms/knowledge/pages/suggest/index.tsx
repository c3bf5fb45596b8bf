import { type SuggestionState, suggestionKinds, suggestionStates } from '@domain/knowledge/suggestion'
import { headOf, otherNamesOf, termLimits } from '@domain/knowledge/term'
import { termNamed } from '@domain/knowledge/termSearch'
import { View } from '@tarojs/components'
import { useMemo, useState } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { useDraft } from '@/rooms/useDraft'
import { usePageParams } from '@/rooms/usePageParams'
import { spokenAs } from '@/ui/a11y/spoken'
import { tappable } from '@/ui/a11y/tappable'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { sayWhen } from '@/ui/clock/moment'
import { Field } from '@/ui/field/Field'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { type Term, useGlossary } from '../../useGlossary'

type Suggestion = Output<typeof api.knowledge.openSuggest>['suggestions'][number]

const tones = { open: 'neutral', accepted: 'ok', refused: 'bad' } as const satisfies Record<
  SuggestionState,
  string
>
const WORDS_MIN = 2

function Mine({ suggestion, now }: { suggestion: Suggestion; now: number }) {
  const { kind, word, words, at, state, answer, termId } = suggestion
  const leads = state === 'accepted' && termId !== null
  return (
    <Card>
      <View {...(leads ? { ...tappable(), onClick: () => openPage('knowledge/term', { termId }) } : {})}>
        <View className="row row--between gap-12">
          <View className="t16 medium grow">{word}</View>
          <Badge tone={tones[state]}>{suggestionStates[state]}</Badge>
        </View>
        <View className="t14 secondary mt-4">{words}</View>
        <View className="t12 secondary mt-8">
          {suggestionKinds[kind]} · {sayWhen(at, now)}
        </View>
        {answer ? (
          <View className="t14 mt-8">
            {answer.by}：{answer.reason}
          </View>
        ) : null}
      </View>
    </Card>
  )
}

/** The word is there already: what it means, and where to say what is wrong with it. */
function Known({ term }: { term: Term | undefined }) {
  if (!term) return null
  return (
    <>
      <View className="t12 secondary" {...spokenAs('status')}>
        词库里已经有这个词了，哪里不对可以在词条里说
      </View>
      <Card padding="none">
        <ListRow
          title={headOf(term)}
          meta={[otherNamesOf(term).join(' · '), term.gist].filter(Boolean)}
          onTap={() => openPage('knowledge/term', { termId: term.termId })}
        />
      </Card>
    </>
  )
}

/** 推荐: a word that is missing or something that is wrong, and what became of the earlier ones. */
export default function SuggestPage() {
  const { termId } = usePageParams()
  const terms = useGlossary().data?.terms ?? []
  const about = terms.find(term => term.termId === termId)
  const query = useQueryOf(api.knowledge.openSuggest, {}, { staleMs: 0 })
  const { draft, change, drop } = useDraft(`knowledge.suggest.${termId ?? 'new'}`, { word: '', words: '' })
  const known = useMemo(() => termNamed(terms, draft.word), [terms, draft.word])
  const [isSent, setSent] = useState(false)
  const send = useCommand(api.knowledge.suggestTerm, {
    outdates: [api.knowledge.openSuggest],
    onDone: () => {
      drop()
      setSent(true)
      toast.show('写给编辑了，有回复会通知你')
    },
  })
  const word = about ? headOf(about) : draft.word.trim()
  const words = draft.words.trim()
  const isReady = word !== '' && words.length >= WORDS_MIN
  const submit = () =>
    send.run({ kind: termId ? 'correction' : 'word', ...(termId ? { termId } : {}), word, words })
  return (
    <Screen
      nav={<Nav title={termId ? '问编辑' : '推荐一个词'} />}
      query={query}
      skeleton={<SkeletonRows count={4} />}
      bar={
        <BottomBar consequence={isReady ? '编辑看过会回复你' : isSent ? '还想写，接着写' : '写下词和意思'}>
          <Button disabled={!isReady} onTap={submit}>
            发给编辑
          </Button>
        </BottomBar>
      }
    >
      {({ suggestions, now }) => (
        <View className="pad column gap-12">
          {about ? (
            <Card>
              <View className="t16 medium">{headOf(about)}</View>
              <View className="t14 secondary mt-4">{about.explanation}</View>
            </Card>
          ) : (
            <>
              <Field
                label="哪个词"
                value={draft.word}
                maxLength={termLimits.nameMax}
                placeholder="中文、英文或缩写"
                onChange={value => change({ word: value })}
              />
              <Known term={known} />
            </>
          )}
          <Field
            label={termId ? '哪里不对，或者哪里没看懂' : '它是什么意思，或者你在哪里看到的'}
            multiline
            value={draft.words}
            maxLength={termLimits.explanationMax}
            placeholder="一两句就好，编辑会补全"
            onChange={value => change({ words: value })}
          />
          {suggestions.length > 0 ? <SectionHeader title="我写过的" /> : null}
          {suggestions.map(suggestion => (
            <Mine key={suggestion.suggestionId} suggestion={suggestion} now={now} />
          ))}
        </View>
      )}
    </Screen>
  )
}
