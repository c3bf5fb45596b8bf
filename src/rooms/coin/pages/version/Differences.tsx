import { ruleDifferences } from '@domain/coin/ruleDifferences'
import type { CoinRules } from '@domain/coin/rules'
import { Text, View } from '@tarojs/components'
import type { api, Output } from '@/api'
import { Card } from '@/ui/card/Card'
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
        <View key={what} className="rules__difference">
          <View className="t14">{what}</View>
          <View className="t16 mt-4">
            <Text className="secondary">{was ?? '原来没有'}</Text> → {becomes ?? '去掉了'}
          </View>
        </View>
      ))}
      {differences.length === 0 ? <View className="t14 secondary rules__note">和它一样。</View> : null}
    </Card>
  )
}
