/** The form is a chunk of its own: the list fetches it when the page is idle, and opens it by a press. */
export const loadOfferForm = () => import('./OfferForm.vue')
