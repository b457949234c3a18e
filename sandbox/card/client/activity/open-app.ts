import type { FrameRequest } from '../app-frame.ts'
import { host } from '../host.ts'
import { isMap } from '../layout/shape.ts'
import { refreshCard } from '../live-card.ts'

/** The application's own page in a slider, with these options and the slider its action asks for. */
export function openFor(
  options: Record<string, unknown>,
  sliderParams: unknown,
  { viewerId, uri }: Pick<FrameRequest, 'viewerId' | 'uri'>,
): void {
  const slider = isMap(sliderParams) ? sliderParams : {}
  const pixels = (value: unknown) => (Number(value) > 0 ? Number(value) : null)
  host().openAppSlider(
    { viewerId, placement: 'DEFAULT', options, ...(uri !== undefined && { uri }) },
    {
      title: typeof slider.title === 'string' ? slider.title : '',
      width: pixels(slider.width),
      leftBoundary: pixels(slider.leftBoundary),
      label: null,
      onClose: () => undefined,
      reload: refreshCard,
    },
  )
}
