import type { MakeSeed, Seed, SeedOptions } from './seeds/seed.ts'
import type { SandboxOptions } from './options.ts'

/** Loads a seed's code only when it is asked for: the large ones bring a lot with them. */
export async function loadSeed(name: SandboxOptions['seed'], options: SeedOptions): Promise<Seed> {
  const make = await maker(name)
  return make(options)
}

async function maker(name: SandboxOptions['seed']): Promise<MakeSeed> {
  if (typeof name === 'function') return name
  if (name === 'mogutin') return (await import('./seeds/mogutin.ts')).makeMogutin
  if (name === 'mogutin-own') return (await import('./seeds/mogutin-own.ts')).makeMogutinOwn
  if (name === 'small') return (await import('./seeds/small.ts')).makeSmall
  if (name === 'sdk') return (await import('./seeds/sdk.ts')).makeSdk
  if (name === 'unlucky') return (await import('./seeds/unlucky.ts')).makeUnlucky
  return (await import('./seeds/empty.ts')).makeEmpty
}
