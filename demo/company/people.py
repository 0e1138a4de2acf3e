"""Who works at Raíz and who buys there. All of them are invented."""

from __future__ import annotations

from .schema import AddressSeed, CustomerSeed, StaffSeed

STAFF = (
    StaffSeed("Manuela", "Duque", "marketing@raiz.example", "marketer"),
    StaffSeed("Tomás", "Arango", "catalogo@raiz.example", "merchandiser"),
    StaffSeed("Gloria", "Patiño", "pedidos@raiz.example", "order desk"),
    StaffSeed("Beatriz", "Llano", "consultoras@raiz.example", "consultant desk"),
    StaffSeed("Inés", "Vélez", "formacion@raiz.example", "trainer"),
    StaffSeed("Rafael", "Osorio", "foro@raiz.example", "moderator"),
    StaffSeed("Elena", "Cárdenas", "admin@raiz.example", "administrator"),
)
"""One person in each of the back office's groups."""

CUSTOMERS = (
    CustomerSeed(
        first_name="Paula",
        last_name="Henao",
        email="paula.henao@correo.example",
        phone="+573005550142",
        market="co",
        language="es",
        address=AddressSeed(
            line1="Carrera 43A # 18 Sur - 135",
            line2="Apartamento 502",
            city="Medellín",
            state="Antioquia",
            state_code="ANT",
            postcode="",
            country="CO",
        ),
    ),
    CustomerSeed(
        first_name="Ximena",
        last_name="Orozco Lara",
        email="ximena.orozco@correo.example",
        phone="+523355550187",
        market="mx",
        language="es",
        address=AddressSeed(
            line1="Avenida México 2580",
            line2="Colonia Ladrón de Guevara, interior 3",
            city="Guadalajara",
            state="Jalisco",
            state_code="JAL",
            postcode="44600",
            country="MX",
        ),
    ),
    CustomerSeed(
        first_name="Rachel",
        last_name="Okafor",
        email="rachel.okafor@mail.example",
        phone="+17135550176",
        market="us",
        language="en",
        address=AddressSeed(
            line1="1912 Harold Street",
            line2="Apt 4",
            city="Houston",
            state="Texas",
            state_code="TX",
            postcode="77098",
            country="US",
        ),
    ),
)
"""One shopper in each market."""
