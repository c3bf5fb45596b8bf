import { dayOf } from '@domain/kernel/time'
import { headOf, otherNamesOf, termFields } from '@domain/knowledge/term'
import { View } from '@tarojs/components'
import { useEffect, useState } from 'react'
import { api, type Output, useCommand, useSession } from '@/api'
import { Face } from '@/rooms/Face'
import { openPage, replacePage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Chip } from '@/ui/chip/Chip'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { sayDay } from '../../documentWords'
import { KeepButton } from '../../KeepButton'
import { rememberRecent } from '../../recent'
import { type Term, useGlossary } from '../../useGlossary'
import './term.scss'

type Look = Output<typeof api.knowledge.lookUp>

/** Notes that the word was looked up; without a network the page is as good without it. */
function useLook(termId: string, isThere: boolean): Look | undefined {
  const [look, setLook] = useState<Look>()
  const { run } = useCommand(api.knowledge.lookUp, { onDone: setLook, onError: () => true })
  useEffect(() => {
    if (!isThere) return
    rememberRecent(termId)
    void run({ kind: 'term', id: termId })
  }, [termId, isThere, run])
  return look
}

function Names({ term }: { term: Term }) {
  return (
    <>
      <View className="term__head" {...spokenAs('heading', 2)}>
        {headOf(term)}
      </View>
      {otherNamesOf(term).length > 0 ? (
        <View className="t16 secondary">{otherNamesOf(term).join(' · ')}</View>
      ) : null}
      <View className="t14 secondary mt-4">瑞典语：{term.sv || '沿用英文名'}</View>
      <View className="row gap-8 mt-12">
        <Badge tone="accent">{termFields[term.field]}</Badge>
        {term.aliases.length > 0 ? (
          <View className="t12 secondary">也叫 {term.aliases.join('、')}</View>
        ) : null}
      </View>
    </>
  )
}

const authorWords = { wrote: '写的', suggested: '荐的' } as const

/** Who knows more about it: their page shows what they let colleagues see, a phone number among it or not. */
function Author({ author: { person, way } }: { author: NonNullable<Look['author']> }) {
  const { me } = useSession()
  const { employeeId: authorId, name, department } = person
  return (
    <View className="row gap-12 mt-24">
      <Face of={person} size={40} />
      <View className="grow">
        <View className="t14 medium">
          {name}
          {authorWords[way]}
        </View>
        <View className="t12 secondary">{department}</View>
      </View>
      {me?.employeeId === authorId ? null : (
        <Button
          kind="text"
          size="small"
          label={`问他：${name}`}
          onTap={() => openPage('forum/author', { authorId })}
        >
          问他
        </Button>
      )}
    </View>
  )
}

interface ArticleProps {
  term: Term
  terms: readonly Term[]
  look: Look | undefined
}

function Article({ term, terms, look }: ArticleProps) {
  const related = term.relatedIds.flatMap(id => terms.find(({ termId }) => termId === id) ?? [])
  const readers = look ? ` · ${look.people} 人查过` : ''
  return (
    <View className="pad">
      <Names term={term} />
      <View className="term__gist">{term.gist}</View>
      <View className="t16">{term.explanation}</View>
      {term.likeness ? (
        <View className="term__likeness">
          <View className="t12 secondary">打个比方</View>
          <View className="t14 mt-4">{term.likeness}</View>
        </View>
      ) : null}
      {related.length > 0 ? (
        <>
          <View className="t12 secondary mt-24">常和它一起出现</View>
          <View className="term__related">
            {related.map(other => (
              <Chip
                key={other.termId}
                soft
                onTap={() => replacePage('knowledge/term', { termId: other.termId })}
              >
                {headOf(other)}
              </Chip>
            ))}
          </View>
        </>
      ) : null}
      {look?.author ? <Author author={look.author} /> : null}
      <View className={`row row--between gap-12 ${look?.author ? 'mt-12' : 'mt-24'}`}>
        <View className="t12 secondary grow">
          来源：{term.source}
          <View>
            {sayDay(dayOf(term.revisedAt))}更新{readers}
          </View>
        </View>
        <Button kind="text" size="small" onTap={() => openPage('knowledge/suggest', { termId: term.termId })}>
          不对，或没看懂
        </Button>
      </View>
    </View>
  )
}

/** One word of the house: its names in three languages, what it means, what goes with it. */
export default function TermPage() {
  const { termId = '' } = usePageParams()
  const glossary = useGlossary()
  const terms = glossary.data?.terms ?? []
  const term = terms.find(one => one.termId === termId)
  const look = useLook(termId, term !== undefined)
  return (
    <Screen
      paper
      nav={<Nav title="词条" />}
      query={glossary}
      skeleton={
        <View className="pad">
          <SkeletonBlock width="48%" height={36} />
          <View className="mt-16">
            <SkeletonBlock height={120} />
          </View>
        </View>
      }
      isEmpty={() => term === undefined}
      empty={{
        drawing: 'emptyPlinth',
        title: '词库里没有这个词了',
        sentence: '它可能被撤下或并进了别的词。',
        action: { label: '看看词库', onTap: () => replacePage('knowledge/library') },
      }}
      bar={
        term ? (
          <BottomBar>
            <KeepButton termId={termId} />
            {look?.canEdit ? (
              <Button onTap={() => openPage('knowledge/termEdit', { termId })}>编辑</Button>
            ) : null}
          </BottomBar>
        ) : undefined
      }
    >
      {term ? <Article term={term} terms={terms} look={look} /> : null}
    </Screen>
  )
}
