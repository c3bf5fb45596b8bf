import { PRIVACY_VERSION } from '@domain/identity/privacy'
import type { Audience, Privacy } from '@domain/identity/visibility'
import { audiences } from '@domain/identity/visibility'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { api, type Output, useCommand, usePullToRefresh, useQueryOf } from '@/api'
import { openPage } from '@/rooms/open'
import { spokenAs } from '@/ui/a11y/spoken'
import { Card } from '@/ui/card/Card'
import { Chip } from '@/ui/chip/Chip'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { Sheet } from '@/ui/sheet/Sheet'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { AppearanceSheet } from './AppearanceSheet'
import './settings.scss'

type Opened = Output<typeof api.identity.openPrivacy>
type Field = keyof Privacy

const audienceNames: Record<Audience, string> = {
  everyone: '所有同事',
  department: '同部门的同事',
  nobody: '谁都不行',
}

const fieldTitles: Record<Field, string> = { department: '谁能看到我的部门', phone: '谁能看到我的手机号' }

const fieldNotes: Record<Field, string> = {
  department: '找同事、作者页、会员名单和签到名单都照此显示；人力资源的名单除外。',
  phone:
    '同事只在你的作者页上看到，会长和主办也不多看。人力资源在名单里看得到；寄到家的订单，负责寄出的商城管理员看得到收件的手机号。',
}

function Head({ children }: { children: string }) {
  return (
    <View className="settings__head" {...spokenAs('heading', 2)}>
      {children}
    </View>
  )
}

function PrivacyRows({ opened, onChoose }: { opened: Opened; onChoose: (field: Field) => void }) {
  return (
    <Card padding="none">
      {(Object.keys(fieldTitles) as Field[]).map(field => (
        <ListRow
          key={field}
          lead={field === 'phone' ? 'phone' : 'people'}
          title={fieldTitles[field]}
          plain
          end={<View className="t14 secondary nowrap">{audienceNames[opened.privacy[field]]}</View>}
          onTap={() => onChoose(field)}
        />
      ))}
    </Card>
  )
}

interface AudienceSheetProps {
  field: Field | null
  opened: Opened
  onClose: () => void
}

/** Every choice counts at once; other phones may show the old one for a minute. */
function AudienceSheet({ field, opened, onClose }: AudienceSheetProps) {
  const change = useCommand(api.identity.changePrivacy, {
    outdates: [api.identity.openPrivacy, api.forum.openAuthor],
    onDone: onClose,
  })
  const shown = field ?? 'department'
  return (
    <Sheet open={field !== null} title={fieldTitles[shown]} onClose={onClose} note={fieldNotes[shown]}>
      <View className="settings__choices">
        {audiences.map(audience => (
          <Chip
            key={audience}
            on={opened.privacy[shown] === audience}
            onTap={() => change.run({ ...opened.privacy, [shown]: audience })}
          >
            {audienceNames[audience]}
          </Chip>
        ))}
      </View>
    </Sheet>
  )
}

/** 设置: what reaches me, who sees what of me, how it looks here, and what is kept about me. */
export default function SettingsPage() {
  const query = useQueryOf(api.identity.openPrivacy, {}, { staleMs: 0 })
  const [field, setField] = useState<Field | null>(null)
  const [choosingLook, setChoosingLook] = useState(false)
  usePullToRefresh(query.refetch)
  return (
    <Screen nav={<Nav title="设置" />} query={query} skeleton={<SkeletonRows count={6} />}>
      {opened => (
        <View className="pad">
          <Head>隐私</Head>
          <PrivacyRows opened={opened} onChoose={setField} />
          <Head>这部手机上</Head>
          <Card padding="none">
            <ListRow lead="sun" title="深浅和字号" plain onTap={() => setChoosingLook(true)} />
            <ListRow lead="bell" title="通知" plain onTap={() => openPage('notice/settings')} />
          </Card>
          <Head>我的数据</Head>
          <Card padding="none">
            <ListRow
              lead="doc"
              title="看看留了什么、导出和注销"
              plain
              onTap={() => openPage('identity/myData')}
            />
            <ListRow
              lead="shield"
              title="隐私保护指引"
              plain
              end={
                <View className="t14 secondary nowrap">
                  第 {PRIVACY_VERSION} 版
                  {opened.agreedVersion === PRIVACY_VERSION ? '，已同意' : '，还没同意'}
                </View>
              }
              onTap={() => openPage('identity/privacy')}
            />
          </Card>
          <AudienceSheet field={field} opened={opened} onClose={() => setField(null)} />
          <AppearanceSheet open={choosingLook} onClose={() => setChoosingLook(false)} />
        </View>
      )}
    </Screen>
  )
}
