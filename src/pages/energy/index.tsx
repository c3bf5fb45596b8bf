import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { TabPage } from '@/ui/tabPage/TabPage'

export default function EnergyPage() {
  return (
    <TabPage>
      <Screen tab nav={<Nav root title="充能量" />}>
        {null}
      </Screen>
    </TabPage>
  )
}
