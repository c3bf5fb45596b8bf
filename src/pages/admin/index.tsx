import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'
import { TabPage } from '@/ui/tabPage/TabPage'

export default function AdminPage() {
  return (
    <TabPage>
      <Screen tab nav={<Nav root title="管理" />}>
        {null}
      </Screen>
    </TabPage>
  )
}
