import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { TabPage } from '@/ui/tabPage/TabPage'

export default function FunPage() {
  return (
    <TabPage>
      <Screen tab nav={<Nav root title="沃有趣" />}>
        {null}
      </Screen>
    </TabPage>
  )
}
