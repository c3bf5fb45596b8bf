import { TabBar } from '@/ui/tabBar/TabBar'

export default TabBar
