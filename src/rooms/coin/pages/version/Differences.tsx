import { ruleDifferences } from '@domain/coin/ruleDifferences'
import type { CoinRules } from '@domain/coin/rules'
import { View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Card } from '@/ui/card/Card'
import { ListRow } from '@/ui/listRow/ListRow'
import { SectionHeader } from '@/ui/section/SectionHeader'
import '../rules/rules.scss'

type Opened = Output<typeof api.coin.openRuleVersion>

const asRules = (draft: Opened['version']['rules']) => draft as Pick<CoinRules, keyof typeof draft>

/** What a version says otherwise than the one before it. */
export function Differences({ version, before }: Opened) {
  if (!before) return <Card>上线时就有的第一版，之前没有规则。</Card>
  const differences = ruleDifferences(asRules(version.rules), asRules(before.rules))
  return (
    <Card padding="none">
      <SectionHeader title={`比 v${before.version} 改了 ${differences.length} 处`} />
      {differences.map(({ what, was, becomes }) => (
        <ListRow
          key={what}
          title={what}
          meta={[
            <View key="was" className="rules__was">
              {was ?? '原来没有'}
            </View>,
            becomes ?? '去掉了',
          ]}
        />
      ))}
      {differences.length === 0 ? <View className="t14 secondary rules__note">和它一样。</View> : null}
    </Card>
  )
}
