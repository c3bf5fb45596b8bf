import { Nav } from '@/ui/nav/Nav'
import { TabPage } from '@/ui/tabPage/TabPage'

export default function HomePage() {
  return (
    <TabPage>
      <Nav title="掌动态" root />
    </TabPage>
  )
}
