import { QUIET_FROM_HOUR, QUIET_TO_HOUR } from '@domain/notice/quietHours'
import { View } from '@tarojs/components'
import { api, type Output, useAskToNotify, usePullToRefresh, useQueryOf } from '@/api'
import { spokenAs } from '@/ui/a11y/spoken'
import { Button } from '@/ui/button/Button'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { SkeletonRows } from '@/ui/skeleton/Skeleton'
import { Switch } from '@/ui/switch/Switch'
import { type OptionalKind, optionalKinds, scarcest, type Template, templateWords } from '../../templateWords'
import { Ledger } from './Ledger'
import './settings.scss'
import { toggled, useChangeSettings } from './useSettings'

type Opened = Output<typeof api.notice.openSettings>
type Change = ReturnType<typeof useChangeSettings>

function Head({ children }: { children: string }) {
  return (
    <View className="settings__head" {...spokenAs('heading', 2)}>
      {children}
    </View>
  )
}

/** Which messages go out to WeChat. */
function ToWechat({ opened, change }: { opened: Opened; change: Change }) {
  const { unwanted } = opened
  return (
    <Card padding="none">
      {(Object.keys(templateWords) as Template[]).map(name => (
        <ListRow
          key={name}
          lead={templateWords[name].icon}
          title={templateWords[name].name}
          meta={templateWords[name].when}
          end={
            <Switch
              label={templateWords[name].name}
              on={!unwanted.includes(name)}
              onChange={on => void change(opened, { unwanted: toggled(unwanted, name, !on) })}
            />
          }
        />
      ))}
    </Card>
  )
}

/** Which kinds come into the inbox. */
function Here({ opened, change }: { opened: Opened; change: Change }) {
  const { off } = opened
  return (
    <Card padding="none">
      {(Object.keys(optionalKinds) as OptionalKind[]).map(kind => (
        <ListRow
          key={kind}
          lead={optionalKinds[kind].icon}
          title={optionalKinds[kind].name}
          meta={optionalKinds[kind].when}
          end={
            <Switch
              label={optionalKinds[kind].name}
              on={!off.includes(kind)}
              onChange={on => void change(opened, { off: toggled(off, kind, !on) })}
            />
          }
        />
      ))}
    </Card>
  )
}

interface CalmProps {
  opened: Opened
  change: Change
  onAsk: (templates: Template[]) => void
}

function Calm({ opened, change, onAsk }: CalmProps) {
  const left = opened.templates.reduce((sum, template) => sum + template.left, 0)
  return (
    <Card padding="none">
      <ListRow
        lead="moon"
        title={`${QUIET_FROM_HOUR}:00–${QUIET_TO_HOUR}:00 不打扰`}
        meta="留到早上再发，有时限的照样发"
        end={
          <Switch label="夜里不打扰" on={!opened.loud} onChange={on => void change(opened, { loud: !on })} />
        }
      />
      <ListRow
        lead="mail"
        title={`微信还能发 ${left} 次`}
        meta="微信要你点一次才让发一次"
        end={
          <Button
            kind="secondary"
            size="small"
            onTap={() => onAsk(scarcest(opened.templates, opened.unwanted))}
          >
            再加几次
          </Button>
        }
      />
    </Card>
  )
}

/** 通知设置: what reaches the reader, where, and how often WeChat still may. */
export default function SettingsPage() {
  const query = useQueryOf(api.notice.openSettings, {}, { staleMs: 0 })
  usePullToRefresh(query.refetch)
  const change = useChangeSettings()
  const askToNotify = useAskToNotify()
  const ask = (templates: Template[]) => askToNotify(templates, () => void query.refetch())
  return (
    <Screen nav={<Nav title="通知设置" />} query={query} skeleton={<SkeletonRows count={6} />}>
      {opened => (
        <View className="pad">
          <Head>发到微信</Head>
          <ToWechat opened={opened} change={change} />
          <Head>只在这里看</Head>
          <Here opened={opened} change={change} />
          <Head>安静一会儿</Head>
          <Calm opened={opened} change={change} onAsk={ask} />
          <Head>每种还能发几次</Head>
          <Ledger templates={opened.templates} onAsk={ask} />
          <View className="t12 secondary mt-12">审批、申请结果、官方消息、订单和账号安全关不掉。</View>
        </View>
      )}
    </Screen>
  )
}
