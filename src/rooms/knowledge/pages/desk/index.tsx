import { type DocumentState, documentStates } from '@domain/knowledge/document'
import { suggestionKinds } from '@domain/knowledge/suggestion'
import { headOf } from '@domain/knowledge/term'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, usePagesOf, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { Face } from '@/rooms/Face'
import { openPage } from '@/rooms/open'
import { usePagedScreen } from '@/rooms/usePagedScreen'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Chip, ChipRow } from '@/ui/chip/Chip'
import { sayWhen } from '@/ui/clock/moment'
import { ListEnd } from '@/ui/listEnd/ListEnd'
import { ListHead } from '@/ui/listRow/ListHead'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { DocumentRow } from '../../DocumentRow'
import { sayEnd } from '../../documentWords'
import { useGlossary } from '../../useGlossary'

type Desk = Output<typeof api.knowledge.openDesk>
type Part = 'waiting' | 'documents' | 'figures'

const parts = [
  { key: 'waiting', text: '推荐' },
  { key: 'documents', text: '文件' },
  { key: 'figures', text: '数据' },
] as const satisfies readonly { key: Part; text: string }[]

const stateNames: Record<DocumentState, string> = { live: '在用', expired: '到期', withdrawn: '撤下' }

const bars: Record<Part, { label: string; page: 'knowledge/termEdit' | 'knowledge/documentEdit' }> = {
  waiting: { label: '写一个词', page: 'knowledge/termEdit' },
  documents: { label: '上传文件', page: 'knowledge/documentEdit' },
  figures: { label: '写一个词', page: 'knowledge/termEdit' },
}

function Waiting({ waiting, now }: Desk) {
  if (waiting.length === 0)
    return <View className="t14 secondary pad mt-24">都回复完了。有新的推荐会先出现在这里。</View>
  return (
    <View className="pad mt-8">
      <Card padding="none">
        <ListHead names={['词', '推荐的解释', '谁、什么时候']} leadPx={40} />
        {waiting.map(({ suggestionId, kind, word, words, by, at }) => (
          <ListRow
            key={suggestionId}
            lead={<Face of={by} size={40} />}
            title={word}
            meta={[words, `${suggestionKinds[kind]} · ${by.name} · ${sayWhen(at, now)}`]}
            onTap={() => openPage('knowledge/termEdit', { suggestionId })}
          />
        ))}
      </Card>
    </View>
  )
}

function Figures({ topTerms, topDocuments, ending, now }: Desk) {
  const { data } = useGlossary()
  const wordOf = (id: string) => {
    const term = data?.terms.find(({ termId }) => termId === id)
    return term ? headOf(term) : '撤下的词'
  }
  return (
    <View className="pad column gap-12 mt-8">
      {ending.length > 0 ? (
        <Card padding="none">
          <SectionHeader title="快到期的文件" />
          {ending.map(({ documentId, title, expiresOn, owner }) => (
            <ListRow
              key={documentId}
              lead="clock"
              title={title}
              meta={`${sayEnd(expiresOn, now)} · ${owner.name}`}
              onTap={() => openPage('knowledge/document', { documentId })}
            />
          ))}
        </Card>
      ) : null}
      <Card padding="none">
        <SectionHeader title="查得最多的词" />
        {topTerms.map(({ id, people }) => (
          <ListRow
            key={id}
            title={wordOf(id)}
            end={<View className="t14 secondary">{people} 人</View>}
            onTap={() => openPage('knowledge/term', { termId: id })}
          />
        ))}
      </Card>
      <Card padding="none">
        <SectionHeader title="看得最多的文件" />
        {topDocuments.map(({ id, title, people, downloads }) => (
          <ListRow
            key={id}
            title={title}
            meta={`${people} 人看过 · ${downloads} 人打开文件`}
            onTap={() => openPage('knowledge/document', { documentId: id })}
          />
        ))}
      </Card>
      <View className="t12 secondary">每位同事只数一次，每五分钟数一遍。</View>
    </View>
  )
}

/** What the editors keep, by what became of it. */
function Documents() {
  const [state, setState] = useState<DocumentState>('live')
  const pages = usePagesOf(api.knowledge.listDocuments, { state }, { staleMs: 0, kept: false })
  usePagedScreen(pages)
  useRefreshOnShow(pages)
  const documents = pages.data?.pages.flatMap(page => page.documents) ?? []
  return (
    <>
      <ChipRow>
        {documentStates.map(one => (
          <Chip key={one} on={one === state} onTap={() => setState(one)}>
            {stateNames[one]}
          </Chip>
        ))}
      </ChipRow>
      <View className="pad mt-8">
        {pages.data ? (
          <Card padding="none">
            {documents.map(document => (
              <DocumentRow
                key={document.documentId}
                document={document}
                end={<View className="t12 secondary nowrap">{document.readers} 人看过</View>}
              />
            ))}
          </Card>
        ) : (
          <SkeletonRows count={5} />
        )}
        {pages.data && documents.length === 0 ? <View className="t14 secondary">这一格还空着。</View> : null}
        <ListEnd of={pages} />
      </View>
    </>
  )
}

/** 知识库编辑: what colleagues suggest, the documents, and what is read. */
export default function DeskPage() {
  const [part, setPart] = useState<Part>('waiting')
  const desk = useQueryOf(api.knowledge.openDesk, {}, { staleMs: 0, kept: false })
  useRefreshOnShow(desk)
  const { label, page } = bars[part]
  const count = desk.data?.waiting.length ?? 0
  const segments = parts.map(one => ({
    ...one,
    text: one.key === 'waiting' && count > 0 ? `${one.text} ${count}` : one.text,
  }))
  return (
    <Screen
      nav={<Nav title="知识库编辑" />}
      side={<DeskMenu here="knowledge/desk" />}
      header={<Segments segments={segments} value={part} onChange={setPart} />}
      query={desk}
      skeleton={<SkeletonRows count={5} leadPx={40} roundLead />}
      bar={
        <BottomBar>
          <Button onTap={() => openPage(page)}>{label}</Button>
        </BottomBar>
      }
    >
      {opened =>
        part === 'waiting' ? (
          <Waiting {...opened} />
        ) : part === 'documents' ? (
          <Documents />
        ) : (
          <Figures {...opened} />
        )
      }
    </Screen>
  )
}
