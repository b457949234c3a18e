import { ref, shallowRef } from 'vue'
import type { CarrierFileAccepted, CarrierFilePreview, CarrierMapping } from '../../contract/carrier-file.ts'
import type { Api } from '../shared/api.ts'
import { newWriteKey } from '../shared/write-key.ts'

/** A file of carriers from its choice to its writing: looked at as often as the columns are mapped anew. */
export function useCarrierFile(api: Api) {
  const file = shallowRef<File | null>(null)
  const preview = shallowRef<CarrierFilePreview | null>(null)
  const accepted = shallowRef<CarrierFileAccepted | null>(null)
  const busy = ref(false)
  let key = newWriteKey()

  /** Throws ApiProblem. */
  async function choose(chosen: File): Promise<void> {
    file.value = chosen
    preview.value = null
    accepted.value = null
    key = newWriteKey()
    await look()
  }

  /** With another meaning of the columns; throws ApiProblem. */
  async function map(mapping: CarrierMapping): Promise<void> {
    await look(mapping)
  }

  async function look(mapping?: CarrierMapping): Promise<void> {
    await during(async () => {
      preview.value = await api.previewCarrierFile(file.value!, key, mapping)
    })
  }

  /** Throws ApiProblem; pressed again it writes nothing twice. */
  async function write(): Promise<void> {
    await during(async () => {
      accepted.value = await api.writeCarrierFile(file.value!, key, preview.value!.mapping)
    })
  }

  async function during(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    try {
      await work()
    } finally {
      busy.value = false
    }
  }

  return { file, preview, accepted, busy, choose, map, write }
}
