import { View } from '@tarojs/components'
import { useState } from 'react'
import { usePageParams } from '@/rooms/usePageParams'
import { Nav } from '@/ui/nav/Nav'
import { Segments } from '@/ui/segments/Segments'
import { ClaimsTab } from './ClaimsTab'
import { TitlesTab } from './TitlesTab'
import './invoices.scss'

const segments = [
  { key: 'titles', text: '公司抬头' },
  { key: 'claims', text: '我的报销' },
] as const
type Tab = (typeof segments)[number]['key']

/** 发票: what to tell a merchant, and what became of one's own invoices. */
export default function InvoicesPage() {
  const { tab: first } = usePageParams()
  const [tab, setTab] = useState<Tab>(first === 'claims' ? 'claims' : 'titles')
  const nav = <Nav title="发票" />
  const header = (
    <View className="invoices__tabs">
      <Segments even segments={segments} value={tab} onChange={setTab} />
    </View>
  )
  return tab === 'titles' ? <TitlesTab nav={nav} header={header} /> : <ClaimsTab nav={nav} header={header} />
}
