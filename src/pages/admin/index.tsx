import { Nav } from '@/ui/nav/Nav'
import { TabPage } from '@/ui/tabPage/TabPage'

export default function AdminPage() {
  return (
    <TabPage>
      <Nav title="管理" root />
    </TabPage>
  )
}
