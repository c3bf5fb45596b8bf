import { Nav } from '@/ui/nav/Nav'
import { Screen } from '@/ui/screen/Screen'

export default function ShopPage() {
  return <Screen nav={<Nav title="" />}>{null}</Screen>
}
