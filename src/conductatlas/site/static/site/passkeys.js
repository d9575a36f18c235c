// What needs scripts is hidden without them, and shown where the browser knows passkeys; trouble is told on the page.
(function () {
  // A passkey belongs to a name; there is none for an address made of numbers.
  if (window.PublicKeyCredential && !/^[\d.:[\]]+$/.test(location.hostname)) {
    const buttons = '#passkey_login, #mfa_webauthn_add, #mfa_webauthn_authenticate, #mfa_webauthn_reauthenticate'
    document.querySelectorAll(buttons).forEach(function (one) { one.hidden = false })
    document.querySelectorAll('[data-needs-scripts]').forEach(function (one) { one.hidden = true })
  }
  document.addEventListener('allauth.error', function (event) {
    event.preventDefault()
    const trouble = document.getElementById('passkey-trouble')
    trouble.hidden = false
    trouble.scrollIntoView({ block: 'nearest' })
  })
})()
