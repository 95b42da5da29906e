// Passkeys. Forms say what they want: data-passkey = enter | prove | add, data-options = what the server asks for.
(() => {
  'use strict'
  if (!window.PublicKeyCredential) return

  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0))
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '')
  const named = list => (list || []).map(one => ({ ...one, id: bytes(one.id) }))

  const asked = key => ({ ...key, challenge: bytes(key.challenge), allowCredentials: named(key.allowCredentials) })
  const offered = key => ({
    ...key,
    challenge: bytes(key.challenge),
    user: { ...key.user, id: bytes(key.user.id) },
    excludeCredentials: named(key.excludeCredentials)
  })

  const answer = credential => {
    const response = {}
    for (const part of ['clientDataJSON', 'attestationObject', 'authenticatorData', 'signature', 'userHandle']) {
      if (credential.response[part]) response[part] = text(credential.response[part])
    }
    if (credential.response.getTransports) response.transports = credential.response.getTransports()
    return JSON.stringify({
      id: credential.id,
      rawId: text(credential.rawId),
      type: credential.type,
      authenticatorAttachment: credential.authenticatorAttachment,
      clientExtensionResults: credential.getClientExtensionResults(),
      response
    })
  }

  const options = async form => {
    if (form.dataset.options) return JSON.parse(form.dataset.options)
    const given = await fetch(form.action, { headers: { Accept: 'application/json' } })
    if (!given.ok) throw new Error(given.status)
    return (await given.json()).request_options
  }

  const add = (form, key) => {
    const alone = form.elements.passwordless?.checked
    key.authenticatorSelection = {
      ...key.authenticatorSelection,
      residentKey: alone ? 'required' : 'discouraged',
      requireResidentKey: Boolean(alone),
      userVerification: alone ? 'required' : 'preferred'
    }
    return navigator.credentials.create({ publicKey: offered(key) })
  }

  for (const form of document.querySelectorAll('form[data-passkey]')) {
    form.hidden = false
    form.addEventListener('submit', async event => {
      event.preventDefault()
      const trouble = form.querySelector('[data-trouble]')
      trouble.hidden = true
      try {
        const { publicKey } = await options(form)
        const credential = form.dataset.passkey === 'add'
          ? await add(form, publicKey)
          : await navigator.credentials.get({ publicKey: asked(publicKey) })
        form.elements.credential.value = answer(credential)
        form.submit()
      } catch {
        trouble.firstElementChild.textContent = form.dataset.failed
        trouble.hidden = false
      }
    })
  }
})()
