import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { TabPage } from '@/ui/tabPage/TabPage'

export default function HomePage() {
  return (
    <TabPage>
      <Screen tab nav={<Nav root title="掌动态" />}>
        {null}
      </Screen>
    </TabPage>
  )
}
