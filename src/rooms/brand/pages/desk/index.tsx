import { accountKinds } from '@domain/brand/account'
import { sayLength } from '@domain/brand/film'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, fileUrl, type Output, useQueryOf, useRefreshOnShow } from '@/api'
import { DeskMenu } from '@/rooms/DeskMenu'
import { openPage } from '@/rooms/open'
import { Avatar } from '@/ui/avatar/Avatar'
import { Badge } from '@/ui/badge/Badge'
import { BottomBar } from '@/ui/bottomBar/BottomBar'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Picture } from '@/ui/picture/Picture'
import { Screen } from '@/ui/screen/Screen'
import { Segments } from '@/ui/segments/Segments'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'

type Desk = Output<typeof api.brand.openDesk>
type Part = 'films' | 'accounts'

const bars: Record<Part, { label: string; page: 'brand/filmEdit' | 'brand/accountEdit' }> = {
  films: { label: '加一部影片', page: 'brand/filmEdit' },
  accounts: { label: '加一个账号', page: 'brand/accountEdit' },
}

const hiddenBadge = (shown: boolean) => (shown ? null : <Badge>收起了</Badge>)

function Films({ films }: Desk) {
  return films.map(({ filmId, title, year, seconds, chapters, source, coverFileId, shown }) => (
    <ListRow
      key={filmId}
      lead={<Picture src={fileUrl(coverFileId)} alt="" width={56} height={40} />}
      title={title}
      meta={`${year} · ${sayLength(seconds)} · ${chapters.length} 段 · ${source ? '能播放' : '只有文字'}`}
      end={hiddenBadge(shown)}
      onTap={() => openPage('brand/filmEdit', { filmId })}
    />
  ))
}

function Accounts({ accounts }: Desk) {
  return accounts.map(({ accountId, name, sign, purpose, kind, qrFileId, shown }) => (
    <ListRow
      key={accountId}
      lead={<Avatar name={sign} official />}
      title={name}
      meta={`${purpose} · ${accountKinds[kind].zh} · ${qrFileId ? '有二维码' : '没有二维码'}`}
      end={hiddenBadge(shown)}
      onTap={() => openPage('brand/accountEdit', { accountId })}
    />
  ))
}

/** What the company shows of itself, as its editors keep it. */
export default function DeskPage() {
  const [part, setPart] = useState<Part>('films')
  const desk = useQueryOf(api.brand.openDesk, {}, { staleMs: 0, kept: false })
  useRefreshOnShow(desk)
  const { label, page } = bars[part]
  const segments = [
    { key: 'films', text: desk.data ? `影片 ${desk.data.films.length}` : '影片' },
    { key: 'accounts', text: desk.data ? `账号 ${desk.data.accounts.length}` : '账号' },
  ] as const
  return (
    <Screen
      nav={<Nav title="影片和官方账号" />}
      side={<DeskMenu here="brand/desk" />}
      header={<Segments segments={segments} value={part} onChange={setPart} />}
      query={desk}
      skeleton={<SkeletonRows count={6} />}
      bar={
        <BottomBar>
          <Button onTap={() => openPage(page)}>{label}</Button>
        </BottomBar>
      }
    >
      {opened =>
        opened[part].length === 0 ? (
          <View className="t14 secondary pad mt-24">还空着。加上第一个，同事就能看到。</View>
        ) : (
          <View className="pad mt-8">
            <Card padding="none">{part === 'films' ? <Films {...opened} /> : <Accounts {...opened} />}</Card>
          </View>
        )
      }
    </Screen>
  )
}
