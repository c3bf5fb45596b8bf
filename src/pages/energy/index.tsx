import { Nav } from '@/ui/nav/Nav'
import { TabPage } from '@/ui/tabPage/TabPage'

export default function EnergyPage() {
  return (
    <TabPage>
      <Nav title="充能量" root />
    </TabPage>
  )
}
