import { At, type AtProps } from './At'
import { Field, type FieldProps } from './Field'

interface NumberAtProps
  extends Omit<AtProps, 'children'>,
    Pick<FieldProps, 'label' | 'value' | 'placeholder' | 'hint' | 'onChange'> {
  /** How many there is room for. */
  digits: number
}

/** A part of a form that is one number. */
export function NumberAt({ path, problems, digits, ...field }: NumberAtProps) {
  return (
    <At path={path} problems={problems}>
      {wrong => <Field type="number" maxLength={digits} {...field} {...wrong} />}
    </At>
  )
}
