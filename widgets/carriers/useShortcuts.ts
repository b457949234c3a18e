import { onMounted, onScopeDispose } from 'vue'
import { isTyping, type KeyCommand, keyCommand } from './key-command.ts'

/**
 * Runs a command for a key pressed anywhere on the page. While somebody types only Escape is taken, and Enter on a
 * button or link stays that button's.
 */
export function useShortcuts(run: (command: KeyCommand, event: KeyboardEvent) => boolean): void {
  function press(event: KeyboardEvent): void {
    if (event.defaultPrevented) return
    const command = keyCommand(event)
    if (!command) return
    if (isTyping(event.target) && command !== 'escape') return
    // An open menu, list or panel moves by the same keys and closes itself.
    const target = event.target as HTMLElement | null
    if (target?.closest('[role=menu],[role=listbox],[role=dialog]')) return
    if (command === 'expand' && target?.closest('button,a')) return
    if (run(command, event)) event.preventDefault()
  }

  onMounted(() => document.addEventListener('keydown', press))
  onScopeDispose(() => document.removeEventListener('keydown', press))
}
