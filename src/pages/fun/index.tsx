import { Nav } from '@/ui/nav/Nav'
import { TabPage } from '@/ui/tabPage/TabPage'

export default function FunPage() {
  return (
    <TabPage>
      <Nav title="沃有趣" root />
    </TabPage>
  )
}
