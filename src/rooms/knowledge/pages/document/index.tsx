import { dayOf } from '@domain/kernel/time'
import { documentCategories } from '@domain/knowledge/document'
import { View } from '@tarojs/components'
import { useEffect } from 'react'
import { api, type Output, useCommand, useQueryOf } from '@/api'
import { sayBytes } from '@/rooms/bytes'
import { openPage, replacePage } from '@/rooms/open'
import { usePageParams } from '@/rooms/usePageParams'
import { spokenAs } from '@/ui/a11y/spoken'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { Explained } from '@/ui/explained/Explained'
import { KeyValueRow } from '@/ui/keyValue/KeyValueRow'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SectionHeader } from '@/ui/section/SectionHeader'
import { SkeletonBlock } from '@/ui/skeleton/Skeleton'
import { toast } from '@/ui/toast/store'
import { sayDay, sayEnd } from '../../documentWords'
import { openFile } from '../../openFile'

type Opened = Output<typeof api.knowledge.openDocument>

const states = { live: null, expired: '已到期', withdrawn: '已撤下' } as const

/** Fetches the file's address and opens it; the address is good for some minutes. */
function useTake(documentId: string) {
  const take = useCommand(api.knowledge.takeDocument)
  return async (number?: number) => {
    try {
      await openFile(() => take.run({ documentId, ...(number === undefined ? {} : { number }) }))
    } catch {
      toast.show('文件没能打开，看看网络，再试一次')
    }
  }
}

function Facts({ document, now }: Opened) {
  const { edition, owner, departments, expiresOn, readers, downloads } = document
  return (
    <Card padding="none">
      <KeyValueRow label="版本" ruled>
        第 {edition.number} 版 · {sayDay(dayOf(edition.at), now)}
      </KeyValueRow>
      {edition.note ? (
        <KeyValueRow label="改了什么" ruled>
          {edition.note}
        </KeyValueRow>
      ) : null}
      <KeyValueRow label="文件" ruled>
        {edition.kind.toUpperCase()} · {sayBytes(edition.bytes)}
      </KeyValueRow>
      <KeyValueRow label="谁能看" ruled>
        {departments.length > 0 ? departments.join('、') : '所有同事'}
      </KeyValueRow>
      <KeyValueRow label="有效期" ruled>
        {sayEnd(expiresOn, now)}
      </KeyValueRow>
      <KeyValueRow label="负责人" ruled>
        {owner.name} · {owner.department}
      </KeyValueRow>
      <KeyValueRow label="有多少人看" ruled>
        {readers} 人看过 · {downloads} 人打开文件
      </KeyValueRow>
    </Card>
  )
}

function Paper({ opened, onEdition }: { opened: Opened; onEdition: (number: number) => Promise<void> }) {
  const { document, editions, now } = opened
  const state = states[document.state]
  return (
    <View className="pad column gap-12">
      <View>
        <View className="t20 bold" {...spokenAs('heading', 2)}>
          {document.title}
        </View>
        <View className="row gap-8 mt-8">
          <Badge tone="accent">{documentCategories[document.category]}</Badge>
          {state ? <Badge tone="bad">{state}</Badge> : null}
        </View>
        <View className="t16 mt-12">
          <Explained text={document.summary} />
        </View>
      </View>
      <Facts {...opened} />
      {editions.length > 0 ? (
        <Card padding="none">
          <SectionHeader title="每一版" />
          {editions.map(({ number, note, at, by, bytes }) => (
            <ListRow
              key={number}
              lead="doc"
              title={`第 ${number} 版`}
              meta={[note || '没有写改了什么', `${by} · ${sayDay(dayOf(at), now)} · ${sayBytes(bytes)}`]}
              onTap={() => void onEdition(number)}
            />
          ))}
        </Card>
      ) : null}
    </View>
  )
}

/** One document: what it is about, until when, for whom, and its file. */
export default function DocumentPage() {
  const { documentId = '' } = usePageParams()
  const query = useQueryOf(api.knowledge.openDocument, { documentId }, { staleMs: 0, kept: false })
  const take = useTake(documentId)
  const { run } = useCommand(api.knowledge.lookUp, { onError: () => true })
  const isThere = query.data !== undefined
  useEffect(() => {
    if (isThere) void run({ kind: 'document', id: documentId })
  }, [documentId, isThere, run])
  const canEdit = query.data?.canEdit && query.data.document.state !== 'withdrawn'
  return (
    <Screen
      nav={<Nav title="文件" />}
      query={query}
      skeleton={
        <View className="pad">
          <SkeletonBlock width="64%" height={28} />
          <View className="mt-16">
            <SkeletonBlock height={240} />
          </View>
        </View>
      }
      elsewhere={{ label: '看看知识库', onTap: () => replacePage('knowledge/library') }}
      bar={
        isThere ? (
          <BottomBar>
            {canEdit ? (
              <Button kind="secondary" onTap={() => openPage('knowledge/documentEdit', { documentId })}>
                编辑
              </Button>
            ) : null}
            <Button icon="dl" onTap={() => take()}>
              打开文件
            </Button>
          </BottomBar>
        ) : undefined
      }
    >
      {opened => <Paper opened={opened} onEdition={take} />}
    </Screen>
  )
}
