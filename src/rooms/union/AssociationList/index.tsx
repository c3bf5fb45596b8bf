import type { ReactNode } from 'react'
import { Screen } from '@/ui/screen/Screen'
export default function AssociationList({ nav }: { nav: ReactNode }) {
  return <Screen tab nav={nav}>{null}</Screen>
}
